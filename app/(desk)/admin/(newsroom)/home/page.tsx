import type { Metadata } from "next";
import { addDays } from "date-fns";
import { HomeScreen } from "@/components/desk/home/home-screen";
import { now } from "@/lib/clock";
import { dateAndTime, shortDate } from "@/lib/dates";
import { findPinCandidates, listHomePlaces } from "@/lib/home/queries";
import { homeSlotLabel } from "@/lib/home/slots";
import { getSiteSettings } from "@/lib/settings/queries";
import { toSiteTime } from "@/lib/site-time";
import { deskPage } from "../desk-page";
import { readAddress, type SearchParams } from "../read-address";
import { pinStoryAction, unpinStoryAction } from "./actions";

export const metadata: Metadata = { title: "Home page" };

/** How long a new pin lasts unless somebody says otherwise, in days. */
const usualDays = 7;

export default deskPage(async (user, { searchParams }: { searchParams: SearchParams }) => {
  const get = await readAddress(searchParams);
  const [places, { timeZone }] = await Promise.all([listHomePlaces(user), getSiteSettings()]);
  const chosen = places.find(({ slot }) => slot === get("slot"));
  const candidates = chosen ? await findPinCandidates(user, get("q")) : [];
  return (
    <HomeScreen
      places={places.map(({ slot, pin, shown }) => ({
        slot,
        label: homeSlotLabel(slot),
        shown: shown?.headline ?? null,
        pin: pin && { ...pin, until: dateAndTime(pin.until, timeZone) },
      }))}
      chosen={
        chosen
          ? {
              slot: chosen.slot,
              words: get("q"),
              until: toSiteTime(addDays(now(), usualDays), timeZone),
              timeZone,
              candidates: candidates.map(({ publishedAt, ...candidate }) => ({
                ...candidate,
                published: shortDate(publishedAt, timeZone),
              })),
            }
          : null
      }
      actions={{ pin: pinStoryAction, unpin: unpinStoryAction }}
    />
  );
});
