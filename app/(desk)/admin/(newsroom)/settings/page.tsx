import type { Metadata } from "next";
import { SettingsScreen } from "@/components/desk/settings/settings-screen";
import { getSiteSettingsForm } from "@/lib/settings/queries";
import { timeZones } from "@/lib/settings/schema";
import { deskPage } from "../desk-page";
import { saveSettingsAction } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default deskPage(async (user) => {
  const { version, settings } = await getSiteSettingsForm(user);
  return <SettingsScreen version={version} settings={settings} timeZones={timeZones()} action={saveSettingsAction} />;
});
