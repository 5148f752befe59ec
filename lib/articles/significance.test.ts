import { expect, it } from "vitest";
import type { Inline, RichTextDocument } from "@/lib/richtext/schema";
import { isSignificantChange, type SignificantContent } from "./significance";

const paragraph = (...content: Inline[]): RichTextDocument["content"][number] => ({ type: "paragraph", content });
const link = (href: string, text: string, bold = false): Inline => ({
  type: "text",
  text,
  marks: [{ type: "link", attrs: { href } }, ...(bold ? [{ type: "bold" as const }] : [])],
});
const picture = (mediaId: number, alt: string): RichTextDocument["content"][number] => ({
  type: "image",
  attrs: { mediaId, alt, decorative: false, caption: null, credit: null },
});
const heading = (id: string): RichTextDocument["content"][number] => ({
  type: "heading",
  attrs: { level: 2, id },
  content: [{ type: "text", text: "Rest" }],
});
const doc = (...content: RichTextDocument["content"]): RichTextDocument => ({ type: "doc", content });
const reference = (key: string): Inline => ({ type: "reference", attrs: { key } });

const body = doc(
  heading("rest"),
  paragraph(link("/a", "a link"), { type: "text", text: " and words" }, reference("one")),
  picture(3, "A path"),
  { type: "embed", attrs: { provider: "youtube", externalId: "abc", title: "Talk" } },
);
const before: SignificantContent = {
  headline: "How to rest",
  excerpt: "What helps.",
  body,
  citations: [],
  authorIds: [1, 2],
  coverId: 4,
  coverCaption: null,
  contentNote: null,
  reviewerId: null,
  reviewedAt: null,
};
const withBody = (...content: RichTextDocument["content"]) => ({ body: doc(...content) });
const [, words, , embed] = body.content as [unknown, ...RichTextDocument["content"]];

it("nothing changed", () => {
  expect(isSignificantChange(before, structuredClone(before))).toBe(false);
  expect(isSignificantChange({ ...before, reviewedAt: new Date(5) }, { ...before, reviewedAt: new Date(5) })).toBe(
    false,
  );
});

it.each<[string, Partial<SignificantContent>]>([
  ["the headline", { headline: "How to sleep" }],
  ["the excerpt", { excerpt: "What does not help." }],
  ["who signs", { authorIds: [2, 1] }],
  ["the cover", { coverId: 5 }],
  ["the caption of the cover", { coverCaption: "A lake" }],
  ["the note", { contentNote: "Speaks of loss." }],
  ["who reviewed", { reviewerId: 7 }],
  ["when it was reviewed", { reviewedAt: new Date(0) }],
  ["a word", withBody(heading("rest"), paragraph({ type: "text", text: "other words" }))],
  [
    "where a link leads",
    withBody(heading("rest"), paragraph(link("/b", "a link"), { type: "text", text: " and words" }, reference("one"))),
  ],
  ["a picture", { body: doc(...body.content.map((block) => (block.type === "image" ? picture(9, "A path") : block))) }],
  ["an embed", { body: doc(...body.content.filter((block) => block !== embed)) }],
  ["help lines", { body: doc(...body.content, { type: "crisisHelp" }) }],
  [
    "a reference",
    {
      body: doc(
        ...body.content.map((block) =>
          block === words
            ? paragraph(link("/a", "a link"), { type: "text", text: " and words" }, reference("two"))
            : block,
        ),
      ),
    },
  ],
])("%s changed", (_, change) => {
  expect(isSignificantChange(before, { ...before, ...change })).toBe(true);
});

it.each<[string, Partial<SignificantContent>]>([
  ["the fragment of a heading", { body: doc(heading("to-rest"), ...body.content.slice(1)) }],
  [
    "an alternative text",
    { body: doc(...body.content.map((block) => (block.type === "image" ? picture(3, "A way") : block))) },
  ],
  [
    "emphasis, also inside a link",
    {
      body: doc(
        ...body.content.map((block) =>
          block === words
            ? paragraph(
                link("/a", "a "),
                link("/a", "link", true),
                { type: "text", text: " and words", marks: [{ type: "italic" }] },
                reference("one"),
              )
            : block,
        ),
      ),
    },
  ],
])("%s does not count", (_, change) => {
  expect(isSignificantChange(before, { ...before, ...change })).toBe(false);
});
