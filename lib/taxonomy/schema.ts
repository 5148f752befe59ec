import { z } from "zod";
import { slugSchema } from "@/lib/slug";

export const categoryInput = z.object({
  slug: slugSchema,
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(500).default(""),
  parentId: z.number().int().positive().nullable().default(null),
  position: z.number().int().min(0).default(0),
});
export type CategoryInput = z.input<typeof categoryInput>;

export const tagInput = z.object({
  slug: slugSchema,
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(500).default(""),
});
export type TagInput = z.input<typeof tagInput>;
