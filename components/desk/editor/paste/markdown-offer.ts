/** Plain text that looks like Markdown stays as it is; making blocks of it is offered. */
import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { EditorSession } from "../session";
import { insertPasted } from "./insert-pasted";

type Range = { from: number; to: number };

/** Where the text stands that was pasted last. */
export const pastedTextKey = new PluginKey<Range | null>("pastedText");

export const PastedText = Extension.create({
  name: "pastedText",
  addProseMirrorPlugins: () => [
    new Plugin<Range | null>({
      key: pastedTextKey,
      state: {
        init: () => null,
        apply(tr, before) {
          const meta = tr.getMeta(pastedTextKey) as Range | undefined;
          if (meta) return meta;
          if (!before || !tr.docChanged) return before;
          const range = { from: tr.mapping.map(before.from, -1), to: tr.mapping.map(before.to) };
          return range.from < range.to ? range : null;
        },
      },
    }),
  ],
});

export function offerMarkdown(view: EditorView, text: string, session: EditorSession): void {
  const run = (): void => {
    void replaceByBlocks(view, text, session);
  };
  session.notice.set({ text: "The pasted text looks like Markdown.", action: { label: "Make blocks of it", run } });
}

async function replaceByBlocks(view: EditorView, text: string, session: EditorSession): Promise<void> {
  // The parser is large and seldom needed.
  const { readMarkdown } = await import("@/lib/richtext/markdown/read");
  const range = view.isDestroyed ? null : pastedTextKey.getState(view.state);
  if (!range) {
    session.notice.set({ text: "The pasted text is gone, so it can't be turned into blocks." });
    return;
  }
  const { doc, problems } = readMarkdown(text, { resolveImage: () => null });
  view.dispatch(closeHistory(view.state.tr).setSelection(TextSelection.create(view.state.doc, range.from, range.to)));
  insertPasted(view, doc.content, session.uploads);
  view.focus();
  const left = `Some of it has no block here. Undo brings the text back. ${problems.slice(0, 3).join("; ")}`;
  session.notice.set(problems.length > 0 ? { text: left } : null);
}
