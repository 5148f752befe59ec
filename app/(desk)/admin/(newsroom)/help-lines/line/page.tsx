import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HelplineScreen } from "@/components/desk/help-lines/help-line-screen";
import { listHelplineRecords } from "@/lib/helplines/queries";
import { deskPage } from "../../desk-page";
import { readAddress, type SearchParams } from "../../read-address";
import { deleteHelplineAction, updateHelplineAction } from "../actions";

export const metadata: Metadata = { title: "Help line" };

export default deskPage(async (user, { searchParams }: { searchParams: SearchParams }) => {
  const get = await readAddress(searchParams);
  const helpline = (await listHelplineRecords(user)).find(({ id }) => id === get("id")) ?? notFound();
  return <HelplineScreen helpline={helpline} actions={{ save: updateHelplineAction, remove: deleteHelplineAction }} />;
});
