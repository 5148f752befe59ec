import { z } from "zod";
import { linkTarget } from "@/lib/own-address";
import { advertisementSlots } from "./slots";

const id = z.number().int().positive();
const pixels = z
  .number({ error: "is a whole number of pixels" })
  .int("is a whole number of pixels")
  .min(20, "is at least 20 pixels")
  .max(1200, "is at most 1200 pixels");

const content = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("image"),
    mediaId: z.number({ error: "is missing" }).int().positive(),
    /** Said to who does not see the picture; what it is for. */
    alt: z.string().trim().min(1, "is missing").max(300),
    href: linkTarget,
  }),
  z.object({ kind: z.literal("html"), html: z.string().trim().min(1, "is missing").max(20_000, "is too long") }),
]);

export const advertisementInput = z
  .object({
    name: z.string().trim().min(1, "is missing").max(80),
    slot: z.enum(advertisementSlots),
    content,
    width: pixels,
    height: pixels,
    enabled: z.boolean().default(true),
    startsAt: z.date().nullable().default(null),
    endsAt: z.date().nullable().default(null),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, {
    path: ["endsAt"],
    message: "is not after the start",
  });
export type AdvertisementInput = z.input<typeof advertisementInput>;

export const updateAdvertisementInput = z.object({ id, expectedVersion: id, advertisement: advertisementInput });
export type UpdateAdvertisementInput = z.input<typeof updateAdvertisementInput>;

export const switchAdvertisementInput = z.object({ id, expectedVersion: id, enabled: z.boolean() });
export type SwitchAdvertisementInput = z.input<typeof switchAdvertisementInput>;

export const deleteAdvertisementInput = z.object({ id, expectedVersion: id });
export type DeleteAdvertisementInput = z.input<typeof deleteAdvertisementInput>;
