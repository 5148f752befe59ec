"use client";
import { useCallback, useMemo, useRef, useState, type RefObject } from "react";
import type { EditorHandle } from "@/components/desk/editor/editor-handle";
import type { WorkingCopy } from "@/lib/articles/schema";

export type ArticleCopy = {
  /** Everything but the text, as it is on the screen; its body is the one the editor opened with. */
  copy: WorkingCopy;
  /** The editor of the text; null until it stands. */
  editor: RefObject<EditorHandle | null>;
  /** The whole copy as it is now. */
  read: () => WorkingCopy;
  /** Puts a copy on the screen; caret and undo stay. */
  replace: (copy: WorkingCopy) => void;
  change: (patch: Partial<WorkingCopy>) => void;
  /** Called by the editor of the text when it stands, and with null when it goes. */
  attach: (editor: EditorHandle | null) => void;
  /** The editor stands. */
  ready: boolean;
};

/**
 * The working copy on the screen. The text lives in the editor and is asked for when it is needed; the rest lives here.
 * Reading needs the latest values, also from timers, so they are kept in a ref beside the state.
 */
export function useArticleCopy(initial: WorkingCopy): ArticleCopy {
  const [copy, setCopy] = useState(initial);
  const latest = useRef(initial);
  const editor = useRef<EditorHandle | null>(null);
  const read = useCallback(
    (): WorkingCopy => ({ ...latest.current, body: editor.current?.getDocument() ?? latest.current.body }),
    [],
  );
  const change = useCallback((patch: Partial<WorkingCopy>): void => {
    latest.current = { ...latest.current, ...patch };
    setCopy(latest.current);
  }, []);
  const replace = useCallback(
    (next: WorkingCopy): void => {
      editor.current?.replaceDocument(next.body);
      change(next);
    },
    [change],
  );
  const [ready, setReady] = useState(false);
  const attach = useCallback((handle: EditorHandle | null): void => {
    editor.current = handle;
    setReady(handle !== null);
  }, []);
  return useMemo(
    () => ({ copy, editor, read, replace, change, attach, ready }),
    [copy, read, replace, change, attach, ready],
  );
}
