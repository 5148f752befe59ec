import type { Metadata } from "next";
import { TagsScreen } from "@/components/desk/tags/tags-screen";
import type { TagSort } from "@/lib/taxonomy/types";
import { listTags } from "@/lib/taxonomy/queries";
import { deskPage } from "../desk-page";
import { numberOrNotFound, readAddress, type SearchParams } from "../read-address";
import { createTagAction } from "./actions";

export const metadata: Metadata = { title: "Tags" };

const sorts: readonly string[] = ["name", "most-used", "least-used"] satisfies TagSort[];

export default deskPage(async (user, { searchParams }: { searchParams: SearchParams }) => {
  const get = await readAddress(searchParams);
  const words = get("q").slice(0, 80);
  const sort = sorts.includes(get("sort")) ? (get("sort") as TagSort) : "name";
  const list = await listTags(user, { words, sort, page: numberOrNotFound(get("page") || "1") });
  return <TagsScreen list={list} words={words} sort={sort} create={createTagAction} />;
});
