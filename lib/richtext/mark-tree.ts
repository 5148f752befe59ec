/** Inline content as a tree, the shape that every markup needs: neighbours that share a mark share its element. */
import { markOrder, type Inline, type Mark } from "./schema";

export type MarkTree = { node: Inline } | { mark: Mark; children: MarkTree[] };

/** The outermost mark first (markOrder). A link over nothing but spaces, which nobody could see or hear, is left out. */
export function markTree(content: readonly Inline[] | undefined): MarkTree[] {
  return treeOf(content ?? [], markOrder);
}

function treeOf(run: readonly Inline[], marks: readonly Mark["type"][]): MarkTree[] {
  const [type, ...inner] = marks;
  if (type === undefined) return run.map((node) => ({ node }));
  return groupsBy(run, type).flatMap(({ mark, nodes }): MarkTree[] => {
    const children = treeOf(nodes, inner);
    return mark && !(mark.type === "link" && isBlank(nodes)) ? [{ mark, children }] : children;
  });
}

function isBlank(nodes: readonly Inline[]): boolean {
  return nodes.every((node) => node.type !== "text" || node.text.trim() === "");
}

type Group = { mark: Mark | undefined; nodes: Inline[] };

/** Splits a run where the mark of this type begins, ends or changes. A break between two texts of a group stays in it. */
function groupsBy(run: readonly Inline[], type: Mark["type"]): Group[] {
  const groups: Group[] = [];
  for (const [index, node] of run.entries()) {
    const mark = markOf(node.type === "hardBreak" ? run[index + 1] : node, type);
    const last = groups.at(-1);
    const continues = last && sameMark(last.mark, mark);
    if (continues) last.nodes.push(node);
    else groups.push({ mark: node.type === "hardBreak" ? undefined : mark, nodes: [node] });
  }
  return groups;
}

function markOf(node: Inline | undefined, type: Mark["type"]): Mark | undefined {
  return node?.type === "text" ? node.marks?.find((mark) => mark.type === type) : undefined;
}

function sameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  if (a?.type === "link" && b?.type === "link") return a.attrs.href === b.attrs.href;
  return a?.type === b?.type;
}
