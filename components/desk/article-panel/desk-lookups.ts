/** What the panel asks the desk for, from the browser. */
import { deskPeopleSearchPath, deskTagSearchPath } from "@/lib/desk-urls";
import { askDesk } from "./ask-desk";
import type { PersonChoice, TagChoice } from "./panel-types";
import type { SearchAnswer } from "./use-desk-search";

type TagsAnswer = { tags: (TagChoice & { articles?: number })[]; adding: SearchAnswer<TagChoice>["adding"] };

export async function searchTags(
  words: string,
  signal: AbortSignal,
): Promise<SearchAnswer<TagsAnswer["tags"][number]>> {
  const { tags, adding } = await askDesk<TagsAnswer>(deskTagSearchPath({ q: words }), { signal });
  return { items: tags, ...(adding && { adding }) };
}

export async function tagsById(ids: readonly number[], signal: AbortSignal): Promise<TagChoice[]> {
  return (await askDesk<TagsAnswer>(deskTagSearchPath({ ids }), { signal })).tags;
}

/** The tag of this name, made when there is none. @throws DeskAnswerError */
export function chooseTagNamed(name: string): Promise<TagChoice> {
  return askDesk<TagChoice>(deskTagSearchPath(), { method: "POST", body: { name } });
}

export async function searchPeople(words: string, signal: AbortSignal): Promise<SearchAnswer<PersonChoice>> {
  return { items: (await askDesk<{ people: PersonChoice[] }>(deskPeopleSearchPath({ q: words }), { signal })).people };
}

export async function peopleById(ids: readonly number[], signal: AbortSignal): Promise<PersonChoice[]> {
  return (await askDesk<{ people: PersonChoice[] }>(deskPeopleSearchPath({ ids }), { signal })).people;
}
