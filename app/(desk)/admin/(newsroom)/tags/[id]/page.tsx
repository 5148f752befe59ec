import type { Metadata } from "next";
import { TagScreen } from "@/components/desk/tags/tag-screen";
import { findTags, getTag } from "@/lib/taxonomy/queries";
import { deskPage } from "../../desk-page";
import { numberOrNotFound, readAddress, type SearchParams } from "../../read-address";
import { deleteTagAction, mergeTagsAction, updateTagAction } from "../actions";

export const metadata: Metadata = { title: "Tag" };

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default deskPage(async (user, { params, searchParams }: Props) => {
  const tag = await getTag(user, numberOrNotFound((await params).id));
  const words = (await readAddress(searchParams))("into");
  const found = words ? await findTags(user, words) : null;
  return (
    <TagScreen
      tag={tag}
      words={words}
      others={found?.filter(({ id }) => id !== tag.id) ?? null}
      actions={{ save: updateTagAction, merge: mergeTagsAction, remove: deleteTagAction }}
    />
  );
});
