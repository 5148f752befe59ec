import { z } from "zod";
import { slugify, slugSchema } from "@/lib/slug";

const id = z.number().int().positive();
const name = z.string().trim().min(1, "is missing").max(80, "has at most 80 characters");
const description = z.string().trim().max(500, "has at most 500 characters").default("");

export const categoryInput = z.object({
  slug: slugSchema,
  name,
  description,
  parentId: id.nullable().default(null),
  position: z.number().int().min(0).default(0),
});
export type CategoryInput = z.input<typeof categoryInput>;

export const updateCategoryInput = z.object({
  id,
  /** The version the form started from. */
  expectedVersion: id,
  category: categoryInput.omit({ position: true }),
});
export type UpdateCategoryInput = z.input<typeof updateCategoryInput>;

export const orderCategoriesInput = z.object({ ids: z.array(id).max(1000) });
export type OrderCategoriesInput = z.input<typeof orderCategoriesInput>;

/** Without a slug it is made of the name. */
export const tagInput = z
  .object({ slug: slugSchema.optional(), name, description })
  .transform(({ slug, ...tag }) => ({ ...tag, slug: slug ?? slugify(tag.name) }))
  .refine(({ slug }) => slug !== "", { path: ["name"], message: "has no letter that an address could be made of" });
export type TagInput = z.input<typeof tagInput>;

export const updateTagInput = z.object({
  id,
  expectedVersion: id,
  tag: z.object({ slug: slugSchema, name, description }),
});
export type UpdateTagInput = z.input<typeof updateTagInput>;

/** Category or tag alike: what is left of `fromId` is its id and its address, both leading to `intoId`. */
export const mergeInput = z
  .object({ fromId: id, expectedVersion: id, intoId: id })
  .refine(({ fromId, intoId }) => fromId !== intoId, { path: ["intoId"], message: "is the same one" });
export type MergeInput = z.input<typeof mergeInput>;

export const deleteInput = z.object({ id, expectedVersion: id });
export type DeleteInput = z.input<typeof deleteInput>;

export const listTagsInput = z.object({
  /** Part of the name; empty for all. */
  words: z.string().trim().max(80).default(""),
  sort: z.enum(["name", "most-used", "least-used"]).default("name"),
  page: z.number().int().min(1).max(1_000_000).default(1),
});
export type ListTagsInput = z.input<typeof listTagsInput>;
