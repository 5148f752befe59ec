/** Moving blocks and list items up and down by keyboard. */
import { Fragment, type ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, TextSelection, type Command, type EditorState, type Transaction } from "@tiptap/pm/state";

export type Direction = "up" | "down";

/**
 * Moves what is selected by one place: list items within their list, pictures within their gallery, else the top-level
 * blocks. At the end of a list or gallery the whole block moves. The selection stays on what it was on.
 */
export function moveBlock(direction: Direction): Command {
  return (state, dispatch) => {
    for (const depth of depthsToTry(state)) {
      const tr = movedAt(state, depth, direction);
      if (!tr) continue;
      dispatch?.(tr.scrollIntoView());
      return true;
    }
    return false;
  };
}

/** Depths of the parents whose children may change places, innermost first. */
function depthsToTry({ selection: { $from, $to } }: EditorState): number[] {
  const depths: number[] = [];
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth -= 1) {
    if (isMovable($from, depth)) depths.push(depth);
  }
  return [...depths, 0];
}

function isMovable($from: ResolvedPos, depth: number): boolean {
  const { name } = $from.node(depth).type;
  return name === "bulletList" || name === "orderedList" || name === "gallery";
}

function movedAt(state: EditorState, depth: number, direction: Direction): Transaction | null {
  const { $from, $to } = state.selection;
  const parent = $from.node(depth);
  const first = $from.index(depth);
  // A selection that ends before a block does not mean that block.
  const last = Math.max(first, $to.indexAfter(depth) - 1);
  const neighbour = parent.maybeChild(direction === "up" ? first - 1 : last + 1);
  if (!neighbour) return null;
  const from = $from.posAtIndex(direction === "up" ? first - 1 : first, depth);
  const to = $from.posAtIndex(direction === "up" ? last + 1 : last + 2, depth);
  const moved = parent.children.slice(first, last + 1);
  const order = direction === "up" ? [...moved, neighbour] : [neighbour, ...moved];
  const tr = state.tr.replaceWith(from, to, Fragment.fromArray(order));
  return keepSelection(tr, state, direction === "up" ? -neighbour.nodeSize : neighbour.nodeSize);
}

function keepSelection(tr: Transaction, { selection }: EditorState, by: number): Transaction {
  if (selection instanceof NodeSelection) return tr.setSelection(NodeSelection.create(tr.doc, selection.from + by));
  return tr.setSelection(
    TextSelection.between(tr.doc.resolve(selection.anchor + by), tr.doc.resolve(selection.head + by)),
  );
}
