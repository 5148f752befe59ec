/** What an operator can change about the site without touching code. */
import { z } from "zod";

export const siteSettingsSchema = z.object({
  name: z.string().trim().min(1).max(60).default("Mental Health Network"),
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
  contactEmail: z.email().max(254).default("editors@mentalhealthnetwork.example"),
  /** IANA name; dates are shown, and schedules read, in this zone. */
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "is not a time zone")
    .default("UTC"),
  /** Language of the site, BCP 47. */
  language: z.literal("en").default("en"),
});

export type SiteSettings = z.output<typeof siteSettingsSchema>;
