import type { Metadata } from "next";
import { PeopleScreen } from "@/components/desk/people/people-screen";
import { listPeople } from "@/lib/people/queries";
import { deskPage } from "../desk-page";
import { numberOrNotFound, readAddress, type SearchParams } from "../read-address";

export const metadata: Metadata = { title: "People" };

export default deskPage(async (user, { searchParams }: { searchParams: SearchParams }) => {
  const get = await readAddress(searchParams);
  const list = await listPeople(user, get("q"), numberOrNotFound(get("page") || "1"));
  return <PeopleScreen list={list} words={get("q")} />;
});
