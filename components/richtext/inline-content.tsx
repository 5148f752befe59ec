import { Fragment, type ReactNode } from "react";
import { assertNever } from "@/lib/assert-never";
import { markOrder, type Inline, type Mark } from "@/lib/richtext/schema";
import { ReferenceMarkLink } from "./reference-mark-link";
import type { RenderContext } from "./render-context";
import { TextLink } from "./text-link";

type InlineContentProps = { content: readonly Inline[] | undefined; context: RenderContext };

/** Text, breaks and reference marks. Neighbours that share a mark share its element, the outermost mark first. */
export function InlineContent({ content, context }: InlineContentProps): ReactNode {
  return renderRun(content ?? [], markOrder, context);
}

function renderRun(run: readonly Inline[], marks: readonly Mark["type"][], context: RenderContext): ReactNode {
  const [type, ...inner] = marks;
  if (type === undefined) return run.map((node, index) => <Fragment key={index}>{leaf(node, context)}</Fragment>);
  return groupsBy(run, type).map(({ mark, nodes }, index) => {
    const children = renderRun(nodes, inner, context);
    const isShown = mark && !(mark.type === "link" && isBlank(nodes));
    return <Fragment key={index}>{isShown ? wrap(mark, children) : children}</Fragment>;
  });
}

function leaf(node: Inline, context: RenderContext): ReactNode {
  if (node.type === "text") return node.text;
  if (node.type === "hardBreak") return <br />;
  return <ReferenceMarkLink mark={context.references.markOf.get(node)} />;
}

/** A link over nothing but a space (editors leave them behind) would be one that nobody can see or hear. */
function isBlank(nodes: readonly Inline[]): boolean {
  return nodes.every((node) => node.type !== "text" || node.text.trim() === "");
}

function wrap(mark: Mark, children: ReactNode): ReactNode {
  switch (mark.type) {
    case "link":
      return <TextLink href={mark.attrs.href}>{children}</TextLink>;
    case "bold":
      return <strong>{children}</strong>;
    case "italic":
      return <em>{children}</em>;
    case "code":
      return <code className="rt-code">{children}</code>;
    default:
      return assertNever(mark);
  }
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
