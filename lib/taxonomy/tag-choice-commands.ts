import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { InputError, parseInput } from "@/lib/input";
import { createTag } from "./commands";
import { tidyTagName } from "./tag-name";
import { findTagNamed, type TagName } from "./tag-search-queries";

const chooseTagInput = z.object({ name: z.string().max(500).transform(tidyTagName) });
export type ChooseTagInput = z.input<typeof chooseTagInput>;

/**
 * The tag of this name, made when there is none: what a writer does who types a tag. Two people who type the same new
 * name at the same time get the same tag.
 * @throws AppError "forbidden" also for who may not add tags, when there is none of this name; "invalid"
 */
export async function chooseTag(actor: Actor, input: ChooseTagInput): Promise<TagName & { created: boolean }> {
  authorise(actor, "article.write");
  const { name } = parseInput(chooseTagInput, input);
  const known = await findTagNamed(actor, name);
  if (known) return { ...known, created: false };
  try {
    await createTag(actor, { name });
  } catch (error) {
    // Somebody was faster, or it really is no name.
    const made = error instanceof InputError ? await findTagNamed(actor, name) : null;
    if (!made) throw error;
    return { ...made, created: false };
  }
  const made = await findTagNamed(actor, name);
  if (!made) throw new InputError({ name: ["was taken away again while you typed"] });
  return { ...made, created: true };
}
