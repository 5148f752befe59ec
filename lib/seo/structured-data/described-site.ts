import type { SiteSettings } from "@/lib/settings/schema";

/** What structured data says of the site itself. */
export type DescribedSite = Pick<SiteSettings, "name" | "description" | "language" | "timeZone">;
