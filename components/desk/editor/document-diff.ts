/** Changes one document into another with the fewest changes, so that carets, comments and earlier undo steps survive. */
import type { Node as EditorNode } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { pairSequences, type Pair } from "./sequence-pairs";

/**
 * Adds to `tr` what makes its document equal to `target`. Blocks that are equal stay untouched; of blocks that differ,
 * only the words between the first and the last difference change.
 */
export function changeInto(tr: Transaction, target: EditorNode): void {
  try {
    changeChildren(tr, 0, tr.doc, target);
  } catch (error) {
    // Between two valid documents may lie an invalid one: a full gallery that first gets a picture, then loses one.
    if (!(error instanceof RangeError)) throw error;
  }
  if (!tr.doc.eq(target)) tr.replaceWith(0, tr.doc.content.size, target.content);
}

/** @param inside the position before the first child of `old` */
function changeChildren(tr: Transaction, inside: number, old: EditorNode, target: EditorNode): void {
  const starts = childStarts(old, inside);
  const place = (index: number): number => starts[index] ?? inside + old.content.size;
  let oldTo = old.childCount;
  let newTo = target.childCount;
  const replaceBetween = (oldFrom: number, newFrom: number): void => {
    const added = target.children.slice(newFrom, newTo);
    if (added.length > 0) tr.replaceWith(place(oldFrom), place(oldTo), added);
    else if (oldTo > oldFrom) tr.delete(place(oldFrom), place(oldTo));
  };
  // From the last to the first: what is changed later does not move what is changed next.
  for (const [one, other] of pairedChildren(old, target).reverse()) {
    replaceBetween(one + 1, other + 1);
    changeNode(tr, place(one), old.child(one), target.child(other));
    oldTo = one;
    newTo = other;
  }
  replaceBetween(0, 0);
}

function childStarts(node: EditorNode, inside: number): number[] {
  const starts: number[] = [];
  let position = inside;
  for (const child of node.children) {
    starts.push(position);
    position += child.nodeSize;
  }
  return starts;
}

/** Equal blocks, then versions of the same block, then what is at least of one kind. */
function pairedChildren(old: EditorNode, target: EditorNode): Pair[] {
  return pairSequences(old.childCount, target.childCount, [
    (one, other) => old.child(one).eq(target.child(other)),
    (one, other) => isVersionOf(old.child(one), target.child(other)),
    (one, other) => old.child(one).type === target.child(other).type,
  ]);
}

/** Whether at least half of the longer text is also in the other, at its start and its end. */
function isVersionOf(old: EditorNode, target: EditorNode): boolean {
  if (old.type !== target.type) return false;
  const one = old.textContent;
  const other = target.textContent;
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  let atEnd = 0;
  while (
    atEnd < shorter - same &&
    one.charCodeAt(one.length - 1 - atEnd) === other.charCodeAt(other.length - 1 - atEnd)
  )
    atEnd += 1;
  return (same + atEnd) * 2 >= Math.max(one.length, other.length);
}

function changeNode(tr: Transaction, position: number, old: EditorNode, target: EditorNode): void {
  if (old.eq(target)) return;
  if (old.type !== target.type || old.isLeaf) {
    tr.replaceWith(position, position + old.nodeSize, target);
    return;
  }
  if (old.isTextblock) changeWords(tr, position + 1, old, target);
  else changeChildren(tr, position + 1, old, target);
  for (const [name, value] of Object.entries(target.attrs)) {
    if (old.attrs[name] !== value) tr.setNodeAttribute(position, name, value);
  }
}

/** @param inside the position before the first character */
function changeWords(tr: Transaction, inside: number, old: EditorNode, target: EditorNode): void {
  const start = old.content.findDiffStart(target.content);
  const end = old.content.findDiffEnd(target.content);
  if (start === null || end === null) return;
  // In "aa" -> "aaa" both ends claim the same letters.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(inside + start, inside + end.a + overlap, target.slice(start, end.b + overlap));
}
