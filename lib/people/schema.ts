import { z } from "zod";
import { slugify, slugSchema } from "@/lib/slug";
import { readOrcid } from "./orcid";

const id = z.number().int().positive();

/** A profile elsewhere: a register of therapists, an institution's page. */
export const personLinksSchema = z.array(
  z.object({
    label: z.string().trim().min(1, "is missing").max(60),
    href: z.url({ protocol: /^https?$/, error: "is an address that starts with https://" }).max(500),
  }),
);
export type PersonLink = z.output<typeof personLinksSchema>[number];

const optionalLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `has at most ${String(longest)} characters`)
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text));

const orcid = z
  .string()
  .trim()
  .nullable()
  .default(null)
  .transform((text, context) => {
    if (text === null || text === "") return null;
    const read = readOrcid(text);
    if (read === null)
      context.addIssue({ code: "custom", message: "is no ORCID iD; one of its characters may be wrong" });
    return read;
  });

const personFields = z.object({
  /** Left out, it is made of the name. */
  slug: slugSchema.optional(),
  name: z.string().trim().min(1, "is missing").max(120),
  kind: z.enum(["person", "desk"]),
  bio: z.string().trim().max(2000, "has at most 2000 characters").default(""),
  credentials: optionalLine(200),
  /** What the person does here: "Health editor". */
  jobTitle: optionalLine(120),
  /** Licence or registration with its number and who keeps the register. */
  licence: optionalLine(200),
  orcid,
  links: personLinksSchema.max(10, "are at most 10").default([]),
  portraitId: id.nullable().default(null),
});

export const personInput = personFields
  .transform(({ slug, ...person }) => ({ ...person, slug: slug ?? slugify(person.name) }))
  .refine(({ slug }) => slug !== "", { path: ["name"], message: "has no letter that an address could be made of" });
export type PersonInput = z.input<typeof personInput>;

export const updatePersonInput = z.object({
  id,
  /** The version the form started from. */
  expectedVersion: id,
  person: personFields.extend({ slug: slugSchema }),
});
export type UpdatePersonInput = z.input<typeof updatePersonInput>;

export const deletePersonInput = z.object({ id, expectedVersion: id });
export type DeletePersonInput = z.input<typeof deletePersonInput>;
