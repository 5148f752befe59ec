"use client";
import type { CommentThread } from "@/lib/articles/types";
import { useEffect, type RefObject } from "react";
import type { EditorHandle } from "@/components/desk/editor/editor-handle";

/** Marks the passages of open comments in the text. @param ready whether the editor stands */
export function useCommentHighlights(
  editor: RefObject<EditorHandle | null>,
  threads: readonly CommentThread[],
  ready: boolean,
): void {
  useEffect(() => {
    if (!ready) return;
    const open = threads.flatMap(({ id, anchor, resolvedAt }) =>
      anchor === null || anchor.blockIndex === null || resolvedAt !== null
        ? []
        : [{ id, blockIndex: anchor.blockIndex, quote: anchor.quote }],
    );
    editor.current?.highlightComments(open);
  }, [editor, threads, ready]);
}
