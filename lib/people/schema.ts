import { z } from "zod";
import { slugSchema } from "@/lib/slug";

/** A profile elsewhere: ORCID, a register of therapists, an institution's page. */
export const personLinksSchema = z.array(
  z.object({ label: z.string().trim().min(1).max(60), href: z.url({ protocol: /^https?$/ }).max(500) }),
);
export type PersonLink = z.output<typeof personLinksSchema>[number];

export const personInput = z.object({
  slug: slugSchema,
  name: z.string().trim().min(1).max(120),
  kind: z.enum(["person", "desk"]),
  bio: z.string().trim().max(2000).default(""),
  credentials: z.string().trim().max(200).nullable().default(null),
  links: personLinksSchema.default([]),
});
export type PersonInput = z.input<typeof personInput>;
