/** Random valid bodies for property tests: the same seed always gives the same body. */
import { seeded, times, type Random } from "./seeded-random";
import type { Block, Inline, ListItemNode, Mark, ParagraphNode, RichTextDocument, TableCellNode } from "../schema";

/** A body of up to 30 blocks with every node type, nested lists, equal heading words and hostile text. */
export function randomDocument(seed: number): RichTextDocument {
  const random = seeded(seed);
  return { type: "doc", content: times(random.below(31), () => block(random)) };
}

const texts = [
  "Words that a reader reads. ",
  "Überblick",
  "心理健康",
  "<script>alert(1)</script>",
  "\"quoted\" & 'so on'",
  "Emoji 👩‍👩‍👧 here",
  " ",
] as const;
const links = ["https://example.org/a?b=1&c=2", "/news/a-page", "#reference-1", "mailto:desk@example.org"] as const;

function mark(random: Random): Mark {
  return random.pick<() => Mark>([
    () => ({ type: "bold" }),
    () => ({ type: "italic" }),
    () => ({ type: "code" }),
    () => ({ type: "link", attrs: { href: random.pick(links) } }),
  ])();
}

function inline(random: Random): Inline {
  const kind = random.below(10);
  if (kind === 0) return { type: "hardBreak" };
  if (kind <= 2) return { type: "reference", attrs: { key: random.pick(["a-2001", "b-2002", "c-2003"]) } };
  const marks = times(random.below(3), () => mark(random));
  return { type: "text", text: random.pick(texts).repeat(1 + random.below(12)), marks };
}

function paragraph(random: Random): ParagraphNode {
  if (random.below(12) === 0) return { type: "paragraph" };
  return { type: "paragraph", content: times(1 + random.below(6), () => inline(random)) };
}

function list(random: Random, depth = 0): Extract<Block, { type: "bulletList" | "orderedList" }> {
  const content = times(1 + random.below(3), (): ListItemNode => {
    const words = times(1 + random.below(2), () => paragraph(random));
    const nested = depth < 2 && random.below(3) === 0 ? [list(random, depth + 1)] : [];
    return { type: "listItem", content: [...words, ...nested] };
  });
  if (random.below(2) === 0) return { type: "bulletList", content };
  return { type: "orderedList", attrs: { start: random.below(5) }, content };
}

function table(random: Random): Block {
  const columns = 1 + random.below(3);
  const cell = (type: TableCellNode["type"]): TableCellNode => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: times(1 + random.below(2), () => paragraph(random)),
  });
  const content = times(1 + random.below(4), () => {
    const rowType = random.pick(["tableHeader", "tableCell"] as const);
    return { type: "tableRow" as const, content: times(columns, () => cell(rowType)) };
  });
  return { type: "table", attrs: { caption: random.pick([null, "A caption"]) }, content };
}

function image(random: Random): Extract<Block, { type: "image" }> {
  const decorative = random.below(2) === 0;
  const texts = { caption: random.pick([null, "What it shows"]), credit: random.pick([null, "A maker"]) };
  return {
    type: "image",
    attrs: { mediaId: 1 + random.below(4), alt: decorative ? "" : "A path", decorative, ...texts },
  };
}

function heading(random: Random): Block {
  const id = random.pick([null, null, "kept", "references"]);
  const text = random.pick(["References", "Table 1", "Überblick", "心理", "What happens next"]);
  return { type: "heading", attrs: { level: random.pick([2, 3, 4]), id }, content: [{ type: "text", text }] };
}

function block(random: Random): Block {
  return random.pick<() => Block>([
    () => paragraph(random),
    () => heading(random),
    () => heading(random),
    () => list(random),
    () => table(random),
    () => image(random),
    () => ({ type: "gallery", attrs: { caption: null }, content: times(1 + random.below(3), () => image(random)) }),
    () => ({ type: "blockquote", attrs: { source: random.pick([null, "Who"]) }, content: [paragraph(random)] }),
    () => ({
      type: "callout",
      attrs: { tone: random.pick(["note", "tip", "caution"]), title: random.pick([null, "Same title"]) },
      content: [paragraph(random), list(random)],
    }),
    () => ({ type: "crisisHelp" }),
    () => ({ type: "contactAddress" }),
    () => ({ type: "embed", attrs: { provider: "youtube", externalId: "abc_DEF-123", title: "A talk" } }),
    () => ({ type: "horizontalRule" }),
  ])();
}
