/** The attributes of the dialect's directives. */
import type { Nodes } from "mdast";
import { lineOf, parseMarkdown, type ContainerDirective, type LeafDirective } from "./parse-markdown";

/** `::image{motif alt caption credit}`. An empty `alt=""` says that the picture is decoration. */
export type ImageDirective = {
  /** Counts the pictures of the source from 0. */
  index: number;
  line: number;
  motif: string;
  alt: string;
  caption: string | null;
  credit: string | null;
};

/** The pictures that a source asks for, in order; those without `motif` or `alt` are left out (readMarkdown reports them). */
export function collectImages(source: string): ImageDirective[] {
  return [...imagesIn(parseMarkdown(source)).values()];
}

/** The same, by the node that asks. */
export function imagesIn(root: Nodes): Map<LeafDirective, ImageDirective> {
  const images = new Map<LeafDirective, ImageDirective>();
  for (const node of leafDirectives(root)) {
    const { motif, alt, caption, credit } = node.attributes ?? {};
    if (node.name !== "image" || !motif || typeof alt !== "string") continue;
    images.set(node, {
      index: images.size,
      line: lineOf(node),
      motif,
      alt,
      caption: caption || null,
      credit: credit || null,
    });
  }
  return images;
}

function* leafDirectives(node: Nodes): Generator<LeafDirective> {
  if (node.type === "leafDirective") yield node;
  else if ("children" in node) for (const child of node.children) yield* leafDirectives(child);
}

const known = {
  image: ["motif", "alt", "caption", "credit"],
  gallery: ["caption"],
  callout: ["tone", "title"],
  "crisis-help": [],
  "contact-address": [],
} as const;

/** What is wrong with a directive's name, label or attributes; empty when nothing is. */
export function directiveFaults(node: LeafDirective | ContainerDirective): string[] {
  const mark = node.type === "leafDirective" ? "::" : ":::";
  const name = mark + node.name;
  const container = node.name === "gallery" || node.name === "callout";
  if (!isKnown(node.name) || container !== (node.type === "containerDirective")) return [`Unknown directive ${name}`];
  const allowed: readonly string[] = known[node.name];
  const faults = Object.keys(node.attributes ?? {})
    .filter((attribute) => !allowed.includes(attribute))
    .map((attribute) => `${name} has no attribute "${attribute}"`);
  if (hasLabel(node)) faults.push(`${name} takes no [label]`);
  return faults;
}

function isKnown(name: string): name is keyof typeof known {
  return Object.hasOwn(known, name);
}

function hasLabel(node: LeafDirective | ContainerDirective): boolean {
  if (node.type === "leafDirective") return node.children.length > 0;
  const [first] = node.children;
  return first?.type === "paragraph" && first.data?.directiveLabel === true;
}
