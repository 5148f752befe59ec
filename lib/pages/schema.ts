import { z } from "zod";
import { documentSchema } from "@/lib/richtext/schema";
import { slugSchema } from "@/lib/slug";

const id = z.number().int().positive();

export const pageInput = z.object({
  slug: slugSchema,
  title: z.string().trim().min(1, "is missing").max(120),
  excerpt: z.string().trim().max(400).default(""),
  body: documentSchema,
  seoDescription: z
    .string()
    .trim()
    .max(200)
    .nullable()
    .default(null)
    .transform((text) => (text === "" ? null : text)),
  noindex: z.boolean().default(false),
  /** When readers are told it changed; the present moment when left out. */
  updatedAt: z.date().optional(),
});
export type PageInput = z.input<typeof pageInput>;

/** What a revision keeps. */
export const pageSnapshot = pageInput.omit({ updatedAt: true });
export type PageSnapshot = z.output<typeof pageSnapshot>;

export const updatePageInput = z.object({
  id,
  /** The version the form started from. */
  expectedVersion: id,
  page: pageSnapshot,
});
export type UpdatePageInput = z.input<typeof updatePageInput>;

export const restorePageInput = z.object({ id, expectedVersion: id, number: id });
export type RestorePageInput = z.input<typeof restorePageInput>;

export const deletePageInput = z.object({ id, expectedVersion: id });
export type DeletePageInput = z.input<typeof deletePageInput>;
