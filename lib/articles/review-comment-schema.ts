import { z } from "zod";

const id = z.number().int().positive();
const body = z.string().trim().min(1, "is missing").max(4000);

export const addCommentInput = z.object({
  articleId: id,
  body,
  /** The passage: index of the top-level block, and the words. Left out, the comment is about the whole article. */
  anchor: z
    .object({ blockIndex: z.number().int().min(0).max(100_000), quote: z.string().trim().min(1).max(1000) })
    .nullable()
    .default(null),
});
export type AddCommentInput = z.input<typeof addCommentInput>;

export const replyInput = z.object({ commentId: id, body });
export type ReplyInput = z.input<typeof replyInput>;

export const commentIdInput = z.object({ commentId: id });
export type CommentIdInput = z.input<typeof commentIdInput>;
