"use client";
import type { Editor } from "@tiptap/core";
import type { ReactElement } from "react";
import type { CitationLabel } from "../schema/reference-numbers";
import type { EditorSession } from "../session";
import { useObservable } from "../use-observable";
import { EmbedDialog } from "./embed-dialog";
import { HelpSheet } from "./help-sheet";
import { insertReference } from "./insert-reference";
import { LinkDialog } from "./link-dialog";
import type { SuggestArticles } from "./link-suggestions";
import { ReferenceDialog, type CitationsApi } from "./reference-dialog";

type Props = {
  editor: Editor;
  session: EditorSession;
  citations: readonly CitationLabel[];
  citationsApi: CitationsApi | undefined;
  suggestArticles: SuggestArticles | undefined;
};

/** The dialog that a key, a menu or a paste asked for. */
export function EditorDialogs({
  editor,
  session,
  citations,
  citationsApi,
  suggestArticles,
}: Props): ReactElement | null {
  const open = useObservable(session.dialog);
  const close = (): void => {
    session.dialog.set(null);
    // After the dialog has given the focus back to whatever had it.
    setTimeout(() => {
      if (!editor.isDestroyed) editor.view.focus();
    });
  };
  switch (open?.kind) {
    case undefined:
      return null;
    case "link":
      return <LinkDialog editor={editor} session={session} suggestArticles={suggestArticles} onClose={close} />;
    case "embed":
      return <EmbedDialog editor={editor} found={open.found} onClose={close} />;
    case "reference":
      return (
        <ReferenceDialog
          citations={citations}
          api={citationsApi}
          onClose={close}
          onChoose={(key) => {
            insertReference(editor, key);
          }}
        />
      );
    case "help":
      return <HelpSheet onClose={close} />;
  }
}
