/** What may be said about an article. Shared by forms, actions, the importer, the seed and the command line. */
import { z } from "zod";
import { citationsSchema } from "@/lib/richtext/citation";
import { documentSchema } from "@/lib/richtext/schema";
import { slugSchema } from "@/lib/slug";

const id = z.number().int().positive();
/** Snapshots and requests carry dates as ISO 8601 texts. */
const moment = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);

const copyFields = {
  slug: slugSchema,
  /** Only a draft may lack it. */
  categoryId: id.nullable(),
  /** Empty until somebody has one; publishing needs it. */
  headline: z.string().trim().max(200),
  excerpt: z.string().trim().max(400),
  body: documentSchema,
  citations: citationsSchema,
  tagIds: z.array(id).max(12),
  authorIds: z.array(id).max(8),
  coverId: id.nullable(),
  coverAlt: z.string().trim().max(500),
  coverCaption: z.string().trim().max(600).nullable(),
  reviewerId: id.nullable(),
  reviewedAt: moment.nullable(),
  seoTitle: z.string().trim().max(120).nullable(),
  seoDescription: z.string().trim().max(320).nullable(),
  canonicalUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  noindex: z.boolean(),
  contentNote: z.string().trim().max(300).nullable(),
  healthClaims: z.boolean(),
};

/** The working copy: everything about an article that somebody can write. */
export const workingCopyInput = z.object({
  ...copyFields,
  categoryId: copyFields.categoryId.default(null),
  headline: copyFields.headline.default(""),
  excerpt: copyFields.excerpt.default(""),
  citations: copyFields.citations.default([]),
  tagIds: copyFields.tagIds.default([]),
  authorIds: copyFields.authorIds.default([]),
  coverId: copyFields.coverId.default(null),
  coverAlt: copyFields.coverAlt.default(""),
  coverCaption: copyFields.coverCaption.default(null),
  reviewerId: copyFields.reviewerId.default(null),
  reviewedAt: copyFields.reviewedAt.default(null),
  seoTitle: copyFields.seoTitle.default(null),
  seoDescription: copyFields.seoDescription.default(null),
  canonicalUrl: copyFields.canonicalUrl.default(null),
  noindex: copyFields.noindex.default(false),
  contentNote: copyFields.contentNote.default(null),
  healthClaims: copyFields.healthClaims.default(false),
});
export type WorkingCopyInput = z.input<typeof workingCopyInput>;
export type WorkingCopy = z.output<typeof workingCopyInput>;

/** Without defaults: a field that is left out stays as it is. */
const copyChanges = z.object(copyFields).partial();

export const startArticleInput = z.object({ categoryId: id.nullable().default(null) });
export type StartArticleInput = z.input<typeof startArticleInput>;

export const articleIdInput = z.object({ articleId: id });
export type ArticleIdInput = z.input<typeof articleIdInput>;

const version = z.number().int().positive();
/** The version the actor has seen; another one in the database means that somebody saved in between. */
export const articleRefInput = z.object({ articleId: id, expectedVersion: version });
export type ArticleRefInput = z.input<typeof articleRefInput>;

export const saveArticleInput = articleRefInput.extend({ workingCopy: workingCopyInput });
export type SaveArticleInput = z.input<typeof saveArticleInput>;

/** Names one open editor: a browser tab. */
const sessionKey = z.string().regex(/^[\w-]{8,64}$/, "is 8 to 64 letters and digits");

export const autosaveArticleInput = articleRefInput.extend({
  sessionKey,
  /** Counts the saves of the session; the same number again is the same save, told again. */
  saveNumber: z.number().int().min(1).max(2_000_000_000),
  /** What changed since `expectedVersion`. */
  workingCopy: copyChanges,
});
export type AutosaveArticleInput = z.input<typeof autosaveArticleInput>;

export const presenceInput = z.object({ articleId: id, sessionKey });
export type PresenceInput = z.input<typeof presenceInput>;

const remark = z.string().trim().max(4000);

export const submitArticleInput = articleRefInput.extend({ note: remark.default("") });
export type SubmitArticleInput = z.input<typeof submitArticleInput>;

export const approveArticleInput = articleRefInput.extend({ note: remark.default("") });
export type ApproveArticleInput = z.input<typeof approveArticleInput>;

export const requestChangesInput = articleRefInput.extend({ comment: remark.min(1, "says what should change") });
export type RequestChangesInput = z.input<typeof requestChangesInput>;

export const publishArticleInput = articleRefInput.extend({
  /** From when readers see it; the present moment when left out. A moment in the past only for a first publication. */
  visibleFrom: z.date().optional(),
  /** Until when. Left out, an end that was planned stays; null takes it away. */
  visibleUntil: z.date().nullable().optional(),
  /**
   * Date of the last significant change that readers and crawlers are told. Left out, it is `visibleFrom` when what they
   * would call the article changed (significance.ts), and stays when it did not.
   */
  modifiedAt: z.date().optional(),
  /** A small correction of what readers see now: the date of the last change stays, whatever changed. */
  minor: z.boolean().default(false),
  reason: z.string().trim().min(1).max(200).default("published"),
});
export type PublishArticleInput = z.input<typeof publishArticleInput>;

export const rescheduleArticleInput = articleRefInput.extend({ visibleFrom: z.date() });
export type RescheduleArticleInput = z.input<typeof rescheduleArticleInput>;

const withdrawalFields = {
  /** For readers; they see it with the date at the article's address. */
  reason: z.string().trim().max(1000),
  /** True: the address answers 410, and no notice stands there. */
  gone: z.boolean().default(false),
};

export const scheduleEndInput = articleRefInput.extend({
  /** Null takes the end away. */
  visibleUntil: z.date().nullable(),
  ...withdrawalFields,
  reason: withdrawalFields.reason.default(""),
});
export type ScheduleEndInput = z.input<typeof scheduleEndInput>;

export const withdrawArticleInput = articleRefInput
  .extend(withdrawalFields)
  .refine(({ reason, gone }) => gone || reason !== "", {
    path: ["reason"],
    message: "Write a reason; readers see it.",
  });
export type WithdrawArticleInput = z.input<typeof withdrawArticleInput>;

export const emptyTrashInput = z.object({
  /** Left out: everything that has been in the trash for 30 days. */
  articleIds: z.array(id).min(1).max(200).optional(),
});
export type EmptyTrashInput = z.input<typeof emptyTrashInput>;

export const assignArticleInput = z.object({
  articleId: id,
  /** Accounts. Left out, it stays; null takes it away. */
  editorId: id.nullable().optional(),
  reviewerId: id.nullable().optional(),
});
export type AssignArticleInput = z.input<typeof assignArticleInput>;

export const restoreRevisionInput = articleRefInput.extend({ number: version });
export type RestoreRevisionInput = z.input<typeof restoreRevisionInput>;

export type ArticleReference = { articleId: number; version: number; slug: string };
