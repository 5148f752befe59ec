/** What may be said about an article. Shared by forms, actions, the importer, the seed and the command line. */
import { z } from "zod";
import { citationsSchema } from "@/lib/richtext/citation";
import { documentSchema } from "@/lib/richtext/schema";
import { slugSchema } from "@/lib/slug";

const id = z.number().int().positive();

/** The working copy: everything about an article that somebody can write. */
export const workingCopyInput = z.object({
  slug: slugSchema,
  categoryId: id,
  headline: z.string().trim().min(1, "is missing").max(200),
  excerpt: z.string().trim().max(400).default(""),
  body: documentSchema,
  citations: citationsSchema.default([]),
  tagIds: z.array(id).max(12).default([]),
  authorIds: z.array(id).max(8).default([]),
  coverId: id.nullable().default(null),
  coverAlt: z.string().trim().max(500).default(""),
  coverCaption: z.string().trim().max(600).nullable().default(null),
  reviewerId: id.nullable().default(null),
  reviewedAt: z.date().nullable().default(null),
  seoTitle: z.string().trim().max(120).nullable().default(null),
  seoDescription: z.string().trim().max(320).nullable().default(null),
  canonicalUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  noindex: z.boolean().default(false),
  contentNote: z.string().trim().max(300).nullable().default(null),
  healthClaims: z.boolean().default(false),
});
export type WorkingCopyInput = z.input<typeof workingCopyInput>;
export type WorkingCopy = z.output<typeof workingCopyInput>;

export const saveArticleInput = z.object({
  articleId: id,
  /** The version the writer started from; another one in the database means that somebody saved in between. */
  expectedVersion: z.number().int().positive(),
  workingCopy: workingCopyInput,
});
export type SaveArticleInput = z.input<typeof saveArticleInput>;

export const publishArticleInput = z.object({
  articleId: id,
  expectedVersion: z.number().int().positive(),
  /** From when readers see it; the present moment when left out. A moment in the past only for a first publication. */
  visibleFrom: z.date().optional(),
  /** Until when; without end when left out. */
  visibleUntil: z.date().nullable().default(null),
  /** Date of the last significant change that readers are told; left out, it is `visibleFrom`. */
  modifiedAt: z.date().optional(),
  reason: z.string().trim().min(1).max(200).default("published"),
});
export type PublishArticleInput = z.input<typeof publishArticleInput>;

export const withdrawArticleInput = z.object({
  articleId: id,
  expectedVersion: z.number().int().positive(),
  reason: z.string().trim().min(1).max(200),
});
export type WithdrawArticleInput = z.input<typeof withdrawArticleInput>;

export type ArticleReference = { articleId: number; version: number; slug: string };
