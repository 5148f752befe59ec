/** Highlights the passages that reviewers comment on. */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { placeOfQuote, type BlockQuote } from "../block-index";

export type HighlightedComment = BlockQuote & { id: number | string };
type Meta = { comments: readonly HighlightedComment[]; active: HighlightedComment["id"] | null };

const key = new PluginKey<DecorationSet>("commentHighlights");

/** @param onOpen called with the id of a highlight that was clicked */
export const CommentHighlights = Extension.create<{ onOpen: ((id: string) => void) | null }>({
  name: "commentHighlights",
  addOptions: () => ({ onOpen: null }),
  addProseMirrorPlugins() {
    const { onOpen } = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, before) {
            const meta = tr.getMeta(key) as Meta | undefined;
            // Highlights move with the words while somebody writes; they are looked for only when comments come in.
            if (!meta) return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
            return DecorationSet.create(
              tr.doc,
              meta.comments.flatMap((comment) => {
                const place = placeOfQuote(tr.doc, comment);
                if (!place) return [];
                const look = comment.id === meta.active ? "rte-comment rte-comment--active" : "rte-comment";
                return [Decoration.inline(place.from, place.to, { class: look, "data-comment": String(comment.id) })];
              }),
            );
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick(_view, _position, event) {
            const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-comment]") : null;
            if (target?.dataset.comment) onOpen?.(target.dataset.comment);
            return false;
          },
        },
      }),
    ];
  },
});

/** Shows these comments and no others; `active` stands out. */
export function showComments(view: EditorView, comments: readonly HighlightedComment[], active: Meta["active"]): void {
  view.dispatch(view.state.tr.setMeta(key, { comments, active } satisfies Meta));
}
