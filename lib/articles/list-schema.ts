/** What can be asked of the list of articles. Shared by its address, saved views and the query. */
import { z } from "zod";
import { articleStates } from "./states";

const id = z.number().int().positive();
/** Addresses and saved views carry dates as ISO 8601 texts. */
const moment = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);

export const articleSorts = ["updated", "created", "published", "headline"] as const;
export type ArticleSort = (typeof articleSorts)[number];

/** The filter alone: what a saved view keeps. */
export const articleFilterFields = z.object({
  state: z.enum(articleStates).optional(),
  categoryId: id.optional(),
  tagId: id.optional(),
  /** A person in the byline. */
  authorId: id.optional(),
  /** The person that readers are told as the reviewer. */
  reviewerId: id.optional(),
  /** An account that edits or reviews it. */
  assignedTo: id.optional(),
  /** Of the date that the list is sorted by (of the last change when it is sorted by headline); `to` is not in it. */
  from: moment.optional(),
  to: moment.optional(),
  q: z.string().trim().max(200).optional(),
  trash: z.boolean().default(false),
  /** Only what the actor started. */
  mine: z.boolean().default(false),
  sort: z.enum(articleSorts).default("updated"),
});
export type ArticleFilter = z.output<typeof articleFilterFields>;

export const articleListInput = articleFilterFields.extend({
  /** `next` of the page before. */
  cursor: z.string().max(2000).optional(),
  size: z.number().int().min(10).max(100).default(50),
});
export type ArticleFilterInput = z.input<typeof articleListInput>;

export const countArticlesInput = z.object({ mine: z.boolean().default(false) });
export type CountArticlesInput = z.input<typeof countArticlesInput>;

export const saveViewInput = z.object({
  name: z.string().trim().min(1, "is missing").max(60),
  filter: articleFilterFields,
});
export type SaveViewInput = z.input<typeof saveViewInput>;

export const deleteViewInput = z.object({ viewId: id });
export type DeleteViewInput = z.input<typeof deleteViewInput>;
