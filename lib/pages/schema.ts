import { z } from "zod";
import { documentSchema } from "@/lib/richtext/schema";
import { slugSchema } from "@/lib/slug";

export const pageInput = z.object({
  slug: slugSchema,
  title: z.string().trim().min(1).max(120),
  excerpt: z.string().trim().max(400).default(""),
  body: documentSchema,
  seoDescription: z.string().trim().max(200).nullable().default(null),
  noindex: z.boolean().default(false),
  /** When readers are told it changed; the present moment when left out. */
  updatedAt: z.date().optional(),
});
export type PageInput = z.input<typeof pageInput>;
