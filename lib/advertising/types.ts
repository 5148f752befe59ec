import type { MediaView } from "@/lib/media/types";
import type { AdvertisementSlot } from "./slots";

export type AdvertisementContent =
  | { kind: "image"; href: string; media: MediaView }
  /** Cleaned by lib/advertising/html.ts when it was saved and again when it was read. */
  | { kind: "html"; html: string };

/** An advertisement as a reader's page needs it. `width` and `height` are the box kept free for it, in CSS pixels. */
export type AdvertisementView = {
  id: number;
  slot: string;
  width: number;
  height: number;
  content: AdvertisementContent;
};

export type AdvertisementState = "running" | "planned" | "over" | "off";

/** An advertisement in the desk's list. */
export type AdvertisementEntry = {
  id: number;
  name: string;
  slot: AdvertisementSlot;
  kind: AdvertisementContent["kind"];
  state: AdvertisementState;
  enabled: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
  version: number;
};

/** Everything that its form edits. */
export type AdvertisementForm = {
  id: number;
  version: number;
  name: string;
  slot: AdvertisementSlot;
  mediaId: number | null;
  media: MediaView | null;
  alt: string;
  href: string | null;
  html: string | null;
  width: number;
  height: number;
  enabled: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
};
