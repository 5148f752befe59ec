import { z } from "zod";

/** A number carries where it was read, and when: numbers change, and differ by country. */
export const helplineInput = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  region: z.string().regex(/^([A-Z]{2}|INTL)$/, "is a country code such as GB, or INTL"),
  country: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(120),
  kind: z.string().trim().min(1).max(40),
  phone: z.array(z.string().trim().min(2).max(30)).default([]),
  smsTo: z.string().trim().max(20).nullable().default(null),
  smsKeyword: z.string().trim().max(20).nullable().default(null),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  hours: z.string().trim().max(120).nullable().default(null),
  note: z.string().trim().max(200).nullable().default(null),
  audience: z.string().trim().max(200).nullable().default(null),
  sourceUrl: z.url({ protocol: /^https?$/ }),
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable()
    .default(null),
});
export type HelplineInput = z.input<typeof helplineInput>;
