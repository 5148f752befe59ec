"use client";
import { useCallback, useMemo, useState } from "react";
import { toast } from "sonner";
import { useAutosave, type Autosave } from "@/components/desk/autosave/use-autosave";
import { useChecklist, type LiveChecklist } from "@/components/desk/checklist/use-checklist";
import type { WorkingCopy } from "@/lib/articles/schema";
import type { ArticleSession } from "./article-session";
import type { ArticleEditorProps } from "./editor-props";
import { useArticleCopy, type ArticleCopy } from "./use-article-copy";
import { useCommentHighlights } from "./use-comment-highlights";
import { useSaveShortcut } from "./use-save-shortcut";

export type EditorScreen = {
  /** What this screen started from. */
  initial: { version: number; copy: WorkingCopy };
  copy: ArticleCopy;
  autosave: Autosave;
  checklist: LiveChecklist;
  session: ArticleSession;
  /** Saves now, as a revision, and says how that went. */
  save: () => void;
  change: (patch: Partial<WorkingCopy>) => void;
  /** The text changed. */
  changeText: () => void;
  /** Goes up when the typing in the text pauses. */
  textVersion: number;
};

/** What the parts of the editor screen share: the copy on the screen, and what keeps it safe. */
export function useEditorScreen(props: ArticleEditorProps): EditorScreen {
  const { article, editable, site } = props;
  // What the server sends later, after an action, is not what this screen started from.
  const [initial] = useState(props.initial);
  const copy = useArticleCopy(initial.copy);
  const [textVersion, setTextVersion] = useState(0);
  const autosave = useAutosave({
    articleId: article.articleId,
    userId: props.userId,
    editable,
    initial,
    read: copy.read,
    replace: copy.replace,
    beforeReading: () => copy.editor.current?.flushChange(),
  });
  const { hint, flush } = autosave;
  const checklist = useChecklist(props.checklist, autosave.snapshot.version);
  useCommentHighlights(copy.editor, props.threads, copy.ready);
  const { keep } = props.actions;
  const save = useCallback(() => {
    void saveOnPurpose(article.articleId, flush, keep);
  }, [article.articleId, flush, keep]);
  useSaveShortcut(save);
  // Who does not write has nothing to save first.
  const { version } = props.initial;
  const saveFirst = useCallback(() => (editable ? flush() : Promise.resolve(version)), [editable, flush, version]);
  const session = useMemo(
    () => ({ articleId: article.articleId, timeZone: site.timeZone, flush: saveFirst }),
    [article.articleId, site.timeZone, saveFirst],
  );
  const change = (patch: Partial<WorkingCopy>): void => {
    copy.change(patch);
    hint();
  };
  const changeText = (): void => {
    hint();
    setTextVersion((before) => before + 1);
  };
  return { initial, copy, autosave, checklist, session, save, change, changeText, textVersion };
}

/** Saves what was typed and keeps it as a revision. */
async function saveOnPurpose(
  articleId: number,
  flush: Autosave["flush"],
  keep: ArticleEditorProps["actions"]["keep"],
): Promise<void> {
  const version = await flush();
  if (version === null) {
    toast.error("Not saved. The state of saving says why.");
    return;
  }
  const form = new FormData();
  form.set("articleId", String(articleId));
  form.set("expectedVersion", String(version));
  const told = await keep(null, form);
  if (told.status === "failed") toast.error(told.message);
  if (told.status === "done" && told.message) toast.success(told.message);
}
