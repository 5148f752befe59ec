"use server";
import { addComment, reopenComment, replyToComment, resolveComment } from "@/lib/articles/commands/review-comments";
import { sharePreview } from "@/lib/articles/queries/share-preview";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const comment = deskAction((user, form) => {
  const { blockIndex, quote, ...rest } = readForm(form, {
    articleId: "number",
    body: "text",
    blockIndex: "number?",
    quote: "text?",
  });
  const anchor = blockIndex === null || quote === null ? null : { blockIndex, quote };
  return addComment(user, { ...rest, anchor });
});

export const reply = deskAction((user, form) =>
  replyToComment(user, readForm(form, { commentId: "number", body: "text" })),
);

export const resolve = deskAction((user, form) => resolveComment(user, readForm(form, { commentId: "number" })));

export const reopen = deskAction((user, form) => reopenComment(user, readForm(form, { commentId: "number" })));

/** Makes a link that shows the working copy to somebody without an account. */
export const share = deskAction((user, form) =>
  sharePreview(user, readForm(form, { articleId: "number", days: "number" })),
);
