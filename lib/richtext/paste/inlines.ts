/** The words of pasted HTML and their marks. */
import { hrefFromTyped } from "../link-address";
import { canonicalInline } from "../transforms/canonical";
import type { Inline, Mark } from "../schema";
import { stylesOf, type PasteElement } from "./paste-tree";

/** What the surrounding elements say about the words in them. */
export type Look = { bold: boolean; italic: boolean; code: boolean; href: string | null; pre: boolean };

export const plainLook: Look = { bold: false, italic: false, code: false, href: null, pre: false };

const boldTags = new Set(["b", "strong"]);
const italicTags = new Set(["i", "em", "cite", "dfn", "var"]);
const codeTags = new Set(["code", "kbd", "samp", "tt"]);

/**
 * The look of the words in `element`. A style wins over the tag: Google Docs wraps everything in
 * `<b style="font-weight:normal">`.
 * @param siteOrigin links to this site become paths
 */
export function lookInside(element: PasteElement, outer: Look, siteOrigin: string | undefined): Look {
  const { tag } = element;
  const styles = stylesOf(element);
  return {
    bold: weightSays(styles.get("font-weight")) ?? (outer.bold || boldTags.has(tag)),
    italic: slantSays(styles.get("font-style")) ?? (outer.italic || italicTags.has(tag)),
    code: outer.code || codeTags.has(tag) || tag === "pre",
    href: tag === "a" ? (pastedHref(element.attributes.href ?? "", siteOrigin) ?? outer.href) : outer.href,
    pre: outer.pre || tag === "pre" || /^pre(?:-wrap|-line)?$/.test(preserved(styles.get("white-space"), tag)),
  };
}

/** Docs and Word Online put white-space:pre-wrap on every span, where line ends never stand. Only blocks mean it. */
function preserved(whiteSpace: string | undefined, tag: string): string {
  return whiteSpace && (tag === "div" || tag === "p") ? whiteSpace : "";
}

function weightSays(weight: string | undefined): boolean | null {
  if (weight === undefined || weight === "inherit") return null;
  return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
}

function slantSays(style: string | undefined): boolean | null {
  if (style === undefined || style === "inherit") return null;
  return style === "italic" || style === "oblique";
}

/** Places inside the other document (#_ftn1) lead nowhere here, and a path without a host meant another site. */
function pastedHref(address: string, siteOrigin: string | undefined): string | null {
  const target = withoutRedirect(address.trim());
  return /^(?:https?:|mailto:|tel:)/i.test(target) ? hrefFromTyped(target, siteOrigin) : null;
}

/** Google Docs and Outlook send every link through a page of their own, which knows the real address. */
function withoutRedirect(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.hostname === "www.google.com" && url.pathname === "/url") return url.searchParams.get("q") ?? address;
  if (url.hostname.endsWith(".safelinks.protection.outlook.com")) return url.searchParams.get("url") ?? address;
  return address;
}

/** Words as they stand in the HTML, or a line break. */
export type Piece = { text: string; look: Look } | "break";

/**
 * One line of pieces as inline content: white space as a browser shows it, non-breaking spaces made plain (programs
 * write them for layout) except between a number and its unit, breaks at the ends left out.
 */
export function inlinesFrom(pieces: readonly Piece[]): Inline[] {
  const inlines: Inline[] = [];
  let afterSpace = true;
  for (const piece of pieces) {
    if (piece === "break") {
      trimEnd(inlines);
      if (inlines.length > 0) inlines.push({ type: "hardBreak" });
      afterSpace = true;
      continue;
    }
    const text = collapsed(storable(piece.text), afterSpace, piece.look.pre);
    if (text === "") continue;
    afterSpace = /\s$/.test(text);
    inlines.push({ type: "text", text, marks: marksOf(piece.look) });
  }
  trimEnd(inlines);
  while (inlines.at(-1)?.type === "hardBreak") {
    inlines.pop();
    trimEnd(inlines);
  }
  return canonicalInline(inlines.map(withoutMarksOnSpace));
}

/** Zero-width marks and soft hyphens are left behind by programs that lay out text; control characters can't be stored. */
function storable(text: string): string {
  return text.toWellFormed().replace(/[\u200b\u2060\ufeff\u00ad]|(?![\t\n\r])\p{Cc}/gu, "");
}

const unitBegins = /[\p{L}%°]/u;

function collapsed(text: string, afterSpace: boolean, keepLines: boolean): string {
  if (keepLines) return text.replace(/[\t\u00a0]/g, " ");
  const plain = text.replace(/[\s\u00a0]+/g, (space, offset: number) =>
    space === "\u00a0" && /\d/.test(text.charAt(offset - 1)) && unitBegins.test(text.charAt(offset + 1)) ? space : " ",
  );
  return afterSpace ? plain.replace(/^ +/, "") : plain;
}

function trimEnd(inlines: Inline[]): void {
  for (let last = inlines.at(-1); last?.type === "text"; last = inlines.at(-1)) {
    const text = last.text.replace(/[ \t]+$/, "");
    if (text === last.text) return;
    inlines.pop();
    if (text !== "") inlines.push({ ...last, text });
  }
}

/** A bold space is nothing but a place where later words become bold by surprise. */
function withoutMarksOnSpace(node: Inline): Inline {
  return node.type === "text" && node.text.trim() === ""
    ? { ...node, marks: (node.marks ?? []).filter(({ type }) => type === "link") }
    : node;
}

function marksOf({ bold, italic, code, href }: Look): Mark[] {
  return [
    ...(href === null ? [] : [{ type: "link" as const, attrs: { href } }]),
    ...(bold ? [{ type: "bold" as const }] : []),
    ...(italic ? [{ type: "italic" as const }] : []),
    ...(code ? [{ type: "code" as const }] : []),
  ];
}
