import type { ArticleReference } from "@/lib/articles/schema";
import type { FormAction } from "@/lib/web/action-state";

/** What the board can do with an article. */
export type BoardActions = {
  submit: FormAction<ArticleReference>;
  approve: FormAction<ArticleReference>;
  askForChanges: FormAction<ArticleReference>;
  unschedule: FormAction<ArticleReference>;
  publish: FormAction<{ slug: string; scheduled: boolean }>;
};
