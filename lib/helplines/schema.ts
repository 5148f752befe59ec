import { z } from "zod";

const webAddress = z.url({ protocol: /^https?$/, error: "is an address that starts with https://" }).max(500);
const id = z.string().regex(/^[a-z0-9-]{2,60}$/, "has 2 to 60 lower-case letters, digits and hyphens");
const optionalText = (longest: number) => z.string().trim().max(longest).nullable().default(null);

/** A number carries where it was read, and when: numbers change, and differ by country. */
export const helplineInput = z
  .object({
    id,
    region: z.string().regex(/^([A-Z]{2}|INTL)$/, "is a country code such as GB, or INTL"),
    country: z.string().trim().min(1, "is missing").max(80),
    name: z.string().trim().min(1, "is missing").max(120),
    kind: z.string().trim().min(1, "is missing").max(40),
    phone: z.array(z.string().trim().min(2).max(30)).max(10).default([]),
    smsTo: optionalText(20),
    smsKeyword: optionalText(20),
    url: webAddress.nullable().default(null),
    hours: optionalText(120),
    note: optionalText(200),
    audience: optionalText(200),
    sourceUrl: webAddress,
    asOf: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "is a month such as 2026-11")
      .nullable()
      .default(null),
  })
  .refine((line) => line.phone.length > 0 || line.smsTo !== null || line.url !== null, {
    path: ["phone"],
    message: "or a number for text messages, or an address on the web, is needed",
  });
export type HelplineInput = z.input<typeof helplineInput>;

const expectedVersion = z.number().int().positive();

export const updateHelplineInput = z.object({ expectedVersion, helpline: helplineInput });
export type UpdateHelplineInput = z.input<typeof updateHelplineInput>;

export const deleteHelplineInput = z.object({ id, expectedVersion });
export type DeleteHelplineInput = z.input<typeof deleteHelplineInput>;

export const orderHelplinesInput = z.object({ ids: z.array(id).max(500) });
export type OrderHelplinesInput = z.input<typeof orderHelplinesInput>;
