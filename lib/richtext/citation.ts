/** One work of an article's reference list, as stored with the article. */
import { z } from "zod";
import { referenceKeySchema } from "./schema";

export const citationTypes = ["article", "book", "report", "guideline", "webpage"] as const;

export const citationSchema = z.object({
  id: referenceKeySchema,
  type: z.enum(citationTypes),
  title: z.string().trim().min(1).max(500),
  /** Persons as "Family, Given Names", organisations by their name, "et al." last when not all are known. */
  authors: z.array(z.string().trim().min(1).max(200)).max(100),
  year: z.number().int().min(1000).max(2999).nullable(),
  /** The journal or site; for a book, report or guideline without `publisher`, who brought it out. */
  container: z.string().max(300).nullable().default(null),
  volume: z.string().max(40).nullable().default(null),
  issue: z.string().max(40).nullable().default(null),
  pages: z.string().max(60).nullable().default(null),
  /** Without https://doi.org/. */
  doi: z
    .string()
    .max(300)
    .regex(/^10\.\d{4,9}\/\S+$/, "A DOI looks like 10.1000/182")
    .nullable()
    .default(null),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .nullable()
    .default(null),
  publisher: z.string().max(300).nullable().default(null),
});
export type Citation = z.infer<typeof citationSchema>;

/** A whole reference list; every id once. */
export const citationsSchema = z.array(citationSchema).superRefine((citations, context) => {
  const seen = new Set<string>();
  for (const [index, { id }] of citations.entries()) {
    if (seen.has(id))
      context.addIssue({ code: "custom", path: [index, "id"], message: `"${id}" is in the list twice` });
    seen.add(id);
  }
});
