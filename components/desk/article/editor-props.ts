import type { CommentThread } from "@/lib/articles/types";
import type { PanelChoices, PanelSite } from "@/components/desk/article-panel/panel-types";
import type { EditorPicture } from "@/components/desk/editor/schema/picture-view";
import type { ArticleChecklist } from "@/lib/articles/checklist/types";
import type { WorkingCopy } from "@/lib/articles/schema";
import type { PickedMedia } from "@/lib/media/types";
import type { FormAction } from "@/lib/web/action-state";
import type { Assignable } from "./assignment-form";
import type { CommentActions } from "./comments-panel";
import type { EditorArticle } from "./editor-article";
import type { SharedPreview } from "./share-preview";
import type { WorkflowActions } from "./workflow-actions";

export type ArticleEditorProps = {
  article: EditorArticle;
  userId: number;
  /** As the server had it when the screen was made. */
  initial: { version: number; copy: WorkingCopy };
  editable: boolean;
  choices: PanelChoices;
  pictures: readonly EditorPicture[];
  cover: PickedMedia | null;
  /** Null for who may not assign. */
  assignable: Assignable | null;
  threads: CommentThread[];
  checklist: ArticleChecklist;
  previewPath: string;
  site: PanelSite;
  actions: {
    workflow: WorkflowActions;
    comments: CommentActions;
    share: FormAction<SharedPreview>;
    keep: FormAction<unknown>;
    assign: FormAction<unknown>;
  };
};
