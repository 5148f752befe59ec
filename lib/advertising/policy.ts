/** Whether an advertisement runs. Pure. */
import type { AdvertisementState } from "./types";

/** `endsAt` is the first moment at which it no longer runs. */
export function advertisementState(
  advertisement: { enabled: boolean; startsAt: Date | null; endsAt: Date | null },
  moment: Date,
): AdvertisementState {
  if (!advertisement.enabled) return "off";
  if (advertisement.endsAt && advertisement.endsAt <= moment) return "over";
  if (advertisement.startsAt && advertisement.startsAt > moment) return "planned";
  return "running";
}
