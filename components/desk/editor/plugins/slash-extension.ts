import { Extension } from "@tiptap/core";
import Suggestion, { type SuggestionProps } from "@tiptap/suggestion";
import type { EditorSession } from "../session";
import { matchingItems, withoutSlashText, type SlashItem } from "../slash-items";

/** Opens the block menu when somebody types / at the start of a word. What it shows: slash-menu.tsx. */
export const Slash = Extension.create<{ session: EditorSession | null }>({
  name: "slash",
  addOptions: () => ({ session: null }),
  addProseMirrorPlugins() {
    const { session } = this.options;
    if (!session) return [];
    return [
      Suggestion<SlashItem, SlashItem>({
        editor: this.editor,
        char: "/",
        allow: ({ state, range }) => {
          const { parent } = state.doc.resolve(range.from);
          const { code } = state.schema.marks;
          const inCode = code !== undefined && state.doc.rangeHasMark(range.from, range.to, code);
          return parent.type.name === "paragraph" && !inCode;
        },
        items: ({ query }) => matchingItems(query, session.features),
        command: ({ editor, range, props: item }) => {
          withoutSlashText(editor, range);
          item.run(editor, session);
        },
        render: () => slashRenderer(session),
      }),
    ];
  },
});

function slashRenderer(session: EditorSession) {
  const show = (props: SuggestionProps<SlashItem, SlashItem>): void => {
    const { items, query } = props;
    const before = session.slash.get();
    const active = before?.query === query ? Math.min(before.active, Math.max(0, items.length - 1)) : 0;
    session.slash.set({
      items,
      active,
      query,
      rect: () => props.clientRect?.() ?? null,
      choose: (index) => {
        const item = items[index];
        if (item) props.command(item);
      },
    });
  };
  return {
    onStart: show,
    onUpdate: show,
    onExit: () => {
      session.slash.set(null);
    },
    onKeyDown: ({ event }: { event: KeyboardEvent }) => handleKey(event, session),
  };
}

function handleKey(event: KeyboardEvent, session: EditorSession): boolean {
  const state = session.slash.get();
  if (!state || state.items.length === 0) return false;
  const count = state.items.length;
  const moves: Partial<Record<string, number>> = {
    ArrowDown: state.active + 1,
    ArrowUp: state.active - 1,
    Home: 0,
    End: -1,
  };
  const target = moves[event.key];
  if (target !== undefined) {
    session.slash.set({ ...state, active: (target + count) % count });
    return true;
  }
  if (event.key !== "Enter" && event.key !== "Tab") return false;
  state.choose(state.active);
  return true;
}
