import type { Metadata } from "next";
import type { ReactElement } from "react";
import { ArticleEditor } from "@/components/desk/article/article-editor";
import { deskPage } from "../../desk-page";
import * as workflow from "./actions";
import { readEditor } from "./read-editor";
import * as review from "./review-actions";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Article" };

/** Writing, reviewing and publishing one article. */
export default deskPage(async (user, { params }: Props): Promise<ReactElement> => {
  const articleId = Number((await params).id);
  const { view, ...rest } = await readEditor(user, articleId);
  return (
    <ArticleEditor
      // Another article is another screen, with nothing of this one kept.
      key={articleId}
      {...rest}
      article={view}
      userId={user.id}
      initial={{ version: view.version, copy: view.copy }}
      actions={{
        workflow: {
          submit: workflow.submit,
          recall: workflow.recall,
          requestChanges: workflow.askForChanges,
          approve: workflow.approve,
          publish: workflow.publish,
          reschedule: workflow.reschedule,
          unschedule: workflow.unschedule,
          scheduleEnd: workflow.setEnd,
          withdraw: workflow.withdraw,
          moveToTrash: workflow.trash,
          restoreFromTrash: workflow.untrash,
        },
        comments: { comment: review.comment, reply: review.reply, resolve: review.resolve, reopen: review.reopen },
        share: review.share,
        keep: workflow.keep,
        assign: workflow.assign,
      }}
    />
  );
});
