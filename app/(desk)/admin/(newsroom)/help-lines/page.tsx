import type { Metadata } from "next";
import { HelplinesScreen } from "@/components/desk/help-lines/help-lines-screen";
import { listHelplineRecords } from "@/lib/helplines/queries";
import { deskPage } from "../desk-page";
import { orderHelplinesAction } from "./actions";

export const metadata: Metadata = { title: "Help lines" };

export default deskPage(async (user) => (
  <HelplinesScreen helplines={await listHelplineRecords(user)} order={orderHelplinesAction} />
));
