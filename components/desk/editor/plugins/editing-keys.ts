/** Keys and clicks of the desk's editor that no block brings along. What they do is listed in help-sheet.tsx. */
import { Extension, type Editor, type KeyboardShortcutCommand } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection, type Command } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { moveBlock } from "../block-moves";
import type { EditorSession } from "../session";

type Options = { session: EditorSession | null; onFullScreen: (() => void) | null };

export const EditingKeys = Extension.create<Options>({
  name: "editingKeys",
  priority: 900,
  addOptions: () => ({ session: null, onFullScreen: null }),
  addKeyboardShortcuts(): Record<string, KeyboardShortcutCommand> {
    const { session, onFullScreen } = this.options;
    if (!session) return {};
    const open = (kind: "link" | "help") => () => {
      session.dialog.set({ kind });
      return true;
    };
    return {
      "Alt-Shift-ArrowUp": ({ editor }) => run(editor, moveBlock("up")),
      "Alt-Shift-ArrowDown": ({ editor }) => run(editor, moveBlock("down")),
      "Mod-Shift-k": open("link"),
      "Mod-/": open("help"),
      "Mod-f": () => {
        session.finding.set(true);
        return true;
      },
      "Mod-Shift-Enter": () => {
        onFullScreen?.();
        return true;
      },
      "Mod-Alt-0": ({ editor }) => editor.commands.setParagraph(),
      "Alt-F10": ({ editor }) => focusToolbar(editor),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("writeBelow"),
      props: { handleDOMEvents: { mousedown: (view, event) => writeBelow(view, event) } },
    }),
  ],
});

function run(editor: Editor, command: Command): boolean {
  command(editor.state, (tr) => {
    editor.view.dispatch(tr);
  });
  // Also when nothing moved: the browser would select text.
  return true;
}

/** The toolbar of the block or selection, else the one above the text. */
function focusToolbar(editor: Editor): boolean {
  const root = editor.view.dom.closest("[data-editor-root]");
  const bars = root?.querySelectorAll<HTMLElement>("[role=toolbar]") ?? [];
  const target = Array.from(bars).at(-1)?.querySelector<HTMLElement>("button:not(:disabled)");
  target?.focus();
  return target !== undefined && target !== null;
}

/** A click below a picture or table that ends the text gives a paragraph to go on in. */
function writeBelow(view: EditorView, event: MouseEvent): boolean {
  const last = view.dom.lastElementChild;
  const { doc, schema } = view.state;
  if (event.target !== view.dom || !last || event.clientY <= last.getBoundingClientRect().bottom) return false;
  const paragraph = schema.nodes.paragraph;
  if (!view.editable || doc.lastChild?.isTextblock || !paragraph) return false;
  const tr = view.state.tr.insert(doc.content.size, paragraph.create());
  view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)));
  view.focus();
  event.preventDefault();
  return true;
}
