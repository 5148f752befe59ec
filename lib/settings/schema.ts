/** What an operator can change about the site without touching code. */
import { z } from "zod";

/** Between a month and ten years. */
const reviewMonths = { least: 1, most: 120, usual: 24 };

export const siteSettingsSchema = z.object({
  name: z.string().trim().min(1, "is missing").max(60).default("Mental Health Network"),
  /** One sentence: what the site is. */
  tagline: z.string().trim().max(160).default("What happens in therapy, and everyday psychology, honestly explained."),
  /** What the site is for; printed in the footer and used as the home page's description. */
  description: z
    .string()
    .trim()
    .max(400)
    .default(
      "An independent magazine about therapy and mental health: what happens in sessions, how people get on with each other, and what research can and cannot say.",
    ),
  contactEmail: z.email("is not an e-mail address").max(254).default("editors@mentalhealthnetwork.example"),
  /** IANA name; dates are shown, and schedules read, in this zone. */
  timeZone: z
    .string()
    .refine((zone) => timeZones().includes(zone), "is not a time zone")
    .default("UTC"),
  /** Language of the site, BCP 47. */
  language: z.literal("en").default("en"),
  /** Whether page views may be counted. Nothing on reader pages may count while it is off. */
  analytics: z.boolean().default(false),
  /** Whether programs get articles as Markdown, and /llms.txt. */
  machineText: z.boolean().default(true),
  /** Administrators without an authenticator app can do nothing but set one up. */
  requireSecondFactorForAdministrators: z.boolean().default(false),
  /** Months after which an article is due for another look. */
  reviewCycleMonths: z
    .number({ error: "is a whole number of months" })
    .int("is a whole number of months")
    .min(reviewMonths.least)
    .max(reviewMonths.most)
    .default(reviewMonths.usual),
});

export type SiteSettings = z.output<typeof siteSettingsSchema>;

export const saveSiteSettingsInput = z.object({
  /** The version the form started from; 0 while nobody has saved. */
  expectedVersion: z.number().int().min(0),
  settings: siteSettingsSchema,
});
export type SaveSiteSettingsInput = z.input<typeof saveSiteSettingsInput>;

/** All time zones by their IANA names, UTC first. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}
