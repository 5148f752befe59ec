import type { Metadata } from "next";
import { AdvertisementsScreen } from "@/components/desk/advertisements/advertisements-screen";
import { listAdvertisements } from "@/lib/advertising/queries";
import { slotFacts } from "@/lib/advertising/slots";
import { dateAndTime } from "@/lib/dates";
import { getSiteSettings } from "@/lib/settings/queries";
import { deskPage } from "../desk-page";
import { switchAdvertisementAction } from "./actions";

export const metadata: Metadata = { title: "Advertisements" };

export default deskPage(async (user) => {
  const [advertisements, { timeZone }] = await Promise.all([listAdvertisements(user), getSiteSettings()]);
  const told = (moment: Date | null): string | null => moment && dateAndTime(moment, timeZone);
  return (
    <AdvertisementsScreen
      advertisements={advertisements.map(({ startsAt, endsAt, slot, ...rest }) => ({
        ...rest,
        slot: slotFacts[slot].label,
        startsAt: told(startsAt),
        endsAt: told(endsAt),
      }))}
      switchAction={switchAdvertisementAction}
    />
  );
});
