"use client";
import type { Editor } from "@tiptap/core";
import type { Node as EditorNode } from "@tiptap/pm/model";
import { useEffect, useState, type ReactElement } from "react";
import { blockText } from "@/lib/richtext/plain-text";
import { countWords, readingMinutes } from "@/lib/richtext/words";
import { storedBlock } from "../document-json";
import type { EditorSession } from "../session";

const counts = new WeakMap<EditorNode, number>();

/** Words of the document. Blocks that did not change are not counted again. */
function wordsOf(doc: EditorNode): number {
  let words = 0;
  for (const block of doc.children) {
    const known = counts.get(block) ?? countWords(blockText(storedBlock(block)));
    counts.set(block, known);
    words += known;
  }
  return words;
}

/** Milliseconds without typing before anything that looks at the whole text. */
const pause = 500;

/** Words and reading time, worked out when the typing pauses; the numbers of the reference marks too. */
export function WordCount({ editor, session }: { editor: Editor; session: EditorSession }): ReactElement {
  const [words, setWords] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = (): void => {
      if (editor.isDestroyed) return;
      session.numbers.recount(editor.state.doc);
      setWords(wordsOf(editor.state.doc));
    };
    const later = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        whenIdle(count);
      }, pause);
    };
    timer = setTimeout(count);
    editor.on("transaction", later);
    return () => {
      clearTimeout(timer);
      editor.off("transaction", later);
    };
  }, [editor, session]);
  if (words === null) return <p className="text-sm" />;
  return (
    <p className="text-sm text-quiet whitespace-nowrap">
      {`${words.toLocaleString("en")} ${words === 1 ? "word" : "words"} · ${String(readingMinutes(words))} min`}
    </p>
  );
}

/** Safari has no requestIdleCallback. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work);
}
