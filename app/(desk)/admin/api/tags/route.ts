import { decide } from "@/lib/auth/permissions";
import { findTags } from "@/lib/taxonomy/queries";
import { chooseTag, type ChooseTagInput } from "@/lib/taxonomy/tag-choice-commands";
import { listTagsById } from "@/lib/taxonomy/tag-search-queries";
import { deskRoute } from "@/lib/web/desk-route";
import { readIdList } from "@/lib/web/id-list";
import { readJson } from "@/lib/web/read-json";

/** Tags whose name holds `q`, or those with the `ids`; and whether this person may add others. */
export const GET = deskRoute(async (user, request) => {
  const { searchParams } = new URL(request.url);
  const ids = readIdList(searchParams.get("ids"));
  const tags = ids ? await listTagsById(user, ids) : await findTags(user, searchParams.get("q") ?? "");
  return { tags, adding: decide(user, "tag.create") };
});

/** `{ name }`: the tag of this name, made when there is none. */
export const POST = deskRoute(async (user, request) => chooseTag(user, (await readJson(request)) as ChooseTagInput));
