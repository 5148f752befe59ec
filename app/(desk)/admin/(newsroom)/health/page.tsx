import type { Metadata } from "next";
import { HealthScreen } from "@/components/desk/health/health-screen";
import { now } from "@/lib/clock";
import { dateAndTime } from "@/lib/dates";
import { checkHealth } from "@/lib/health/queries";
import { getSiteSettings } from "@/lib/settings/queries";
import { deskPage } from "../desk-page";

export const metadata: Metadata = { title: "Health" };

export default deskPage(async (user) => {
  const [checks, { timeZone }] = await Promise.all([checkHealth(user), getSiteSettings()]);
  return <HealthScreen checks={checks} at={dateAndTime(now(), timeZone)} />;
});
