import type { Block, Inline, RichTextDocument } from "@/lib/richtext/schema";
import { heading, image, link, paragraph, reference, table, text } from "@/lib/richtext/testing/shorthand";
import { seeded } from "@/lib/richtext/testing/seeded-random";

const vocabulary =
  "people often feel that stress at work grows when nobody listens and small habits change how a day begins or ends in the long run".split(
    " ",
  );

/** An article of `words` words as they are written here: sections, marks, links, references, lists, tables, pictures. */
export function longDocument(words: number): RichTextDocument {
  const random = seeded(7);
  const content: Block[] = [];
  let written = 0;
  const sentence = (count: number): string => {
    written += count;
    return `${Array.from({ length: count }, () => vocabulary[random.below(vocabulary.length)] ?? "").join(" ")}. `;
  };
  const rich = (): Inline[] => [
    text(sentence(35)),
    text(sentence(6), { type: "bold" }),
    text(sentence(20)),
    text(sentence(5), link("https://example.org/a")),
    reference(["a-2001", "b-2002"][random.below(2)] ?? "a-2001"),
    text(sentence(14)),
  ];
  for (let section = 1; written < words; section += 1) {
    content.push(heading(section % 3 === 1 ? 2 : 3, `Section ${String(section)}`, `section-${String(section)}`));
    for (let index = 0; index < 3; index += 1) content.push(paragraph(...rich()));
    if (section % 4 === 0)
      content.push({
        type: "bulletList",
        content: Array.from({ length: 5 }, () => ({ type: "listItem" as const, content: [paragraph(sentence(12))] })),
      });
    if (section % 10 === 0)
      content.push(
        table(
          [["A", "B", "C"]],
          Array.from({ length: 6 }, () => [sentence(3), sentence(3), sentence(3)]),
        ),
      );
    if (section % 12 === 0) content.push(image(1 + random.below(4)));
  }
  return { type: "doc", content };
}
