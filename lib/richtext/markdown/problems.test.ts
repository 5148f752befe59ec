import { describe, expect, it } from "vitest";
import { plainText } from "../plain-text";
import { documentSchema } from "../schema";
import { seeded } from "../testing/seeded-random";
import { readMarkdown } from "./read";

function problemsOf(source: string): string[] {
  return readMarkdown(source, { resolveImage: () => 1 }).problems;
}

const callout = ':::callout{tone="note"}';

describe("what is outside the dialect is reported with its line", () => {
  it.each<[string, number, RegExp]>([
    ["x\n\n<div>y</div>", 3, /Raw HTML/],
    ["x <b>y</b>", 1, /Raw HTML/],
    ["<!-- y -->", 1, /Raw HTML/],
    ["# One", 1, /level 1/],
    ["## a\n\n#### b", 3, /level 4 below one of level 2/],
    ["### a", 1, /level 3 below one of level 1/],
    ["Words\n---", 1, /Underlining/],
    ["```\ncode\n```", 1, /code block/],
    ["x\n\n    code", 3, /code block/],
    ["![a](/b.png)", 1, /::image/],
    ["[a]: /b", 1, /definition/],
    ["[a][b]\n\n[b]: /c", 1, /\[text\]\[label\]/],
    ["a[^1]\n\n[^1]: b", 1, /footnote/],
    ["~~a~~", 1, /Strikethrough/],
    ["- [ ] a", 1, /check box/],
    ["- a\n  - b\n    - c", 3, /nest once/],
    ["- a\n- # b", 2, /item/],
    ["-\n- a", 1, /begins with words/],
    ['[a](/b "title")', 1, /title/],
    ["[](/b)", 1, /no words/],
    ["[a](javascript:b)", 1, /can't go to javascript:b/],
    ["[a](//b.example)", 1, /can't go to/],
    ["x [@a-1](b)", 1, /not a reference/],
    ["x [y [@a-1]](/b)", 1, /inside a link/],
    ["x\ny [@A_1] z", 2, /\[@A_1\] is not a reference mark/],
    ["x [@a; @b]", 1, /not a reference mark/],
    ["x [@a-1", 1, /without its/],
    ["| a |\n|---|\n| 1 | 2 |", 3, /more cells/],
    ["| a |\n|--:|\n| 1 |", 1, /alignment/],
    ["> - a", 1, /only paragraphs/],
    [">", 1, /empty quote/],
    ["> a\n> -- [b](/c)", 1, /-- source/],
    ["> -- b\n> a", 1, /-- source/],
    [`> a\n> -- ${"b".repeat(301)}`, 1, /can't be stored: attrs\.source/],
    ["::quiz", 1, /Unknown directive ::quiz/],
    [":::quiz\nx\n:::", 1, /Unknown directive :::quiz/],
    ["::callout", 1, /Unknown directive ::callout/],
    ["::constructor", 1, /Unknown directive/],
    ["::crisis-help{a=b}", 1, /no attribute "a"/],
    ["::crisis-help[words]", 1, /\[label\]/],
    [':::callout[words]{tone="note"}\nx\n:::', 1, /\[label\]/],
    ['::image{motif="a"}', 1, /needs motif and alt/],
    ['::image{motif="a" alt="b" .c}', 1, /no attribute "class"/],
    ['::image{motif="a" alt="b "c" d"}', 1, /is no directive/],
    ["x\n:::\n\ny", 2, /is no directive/],
    [":::callout\nx\n:::", 1, /needs tone/],
    [':::callout{tone="loud"}\nx\n:::', 1, /needs tone/],
    [`${callout}\n## x\n:::`, 2, /holds paragraphs and lists/],
    [`${callout}\n:::`, 1, /empty callout/],
    [`x\n\n${callout}\ny\n\nz`, 3, /not closed/],
    [":::gallery\n:::", 1, /empty gallery/],
    [":::gallery\nx\n:::", 2, /only ::image/],
    [":::gallery\n::crisis-help\n:::", 2, /only ::image/],
  ])("%j", (source, line, message) => {
    const problems = problemsOf(source);
    expect(problems.join("\n")).toMatch(message);
    expect(problems.some((problem) => problem.startsWith(`line ${String(line)}: `) && message.test(problem))).toBe(
      true,
    );
  });

  it("counts lines from the one the caller names", () => {
    expect(readMarkdown("x\n\n# y", { resolveImage: () => 1, firstLine: 11 }).problems).toEqual([
      "line 13: A heading of level 1: use ##, ### or ####",
    ]);
  });

  it("keeps the words of what it can't mark up", () => {
    const { doc } = readMarkdown("a ~~b~~ [c](javascript:d) ![e](/f)\n\n# g", { resolveImage: () => 1 });
    expect(plainText(doc)).toBe("a b c e\ng");
  });
});

describe("any mixture of words and syntax", () => {
  const opening = [
    "\n",
    "\n\n",
    " ",
    "- ",
    "1. ",
    "> ",
    "## ",
    "### ",
    "    ",
    "|",
    "|---|",
    "---",
    "```",
    "-- ",
    "[ ] ",
  ];
  const inline = [
    "**",
    "*",
    "`",
    "[",
    "]",
    "(/a)",
    "(b c)",
    "[@a-1]",
    "[@",
    "<b>",
    "<!-- ",
    "-->",
    "&amp;",
    "\\",
    "~~",
    "![",
  ];
  const directives = [
    "::crisis-help",
    ':::callout{tone="note" title="',
    '"}',
    "\n:::\n",
    ":::gallery",
    '::image{motif="m" alt="',
  ];
  const pieces: [string, ...string[]] = [
    "word",
    "word ",
    "word\n",
    ...opening,
    ...inline,
    ...directives,
    ":x",
    "{",
    "}",
    "[a]: ",
  ];

  it("gives a valid document, and loses no word without a problem", { timeout: 30_000 }, () => {
    const random = seeded(7);
    let withoutProblems = 0;
    for (let round = 0; round < 2000; round += 1) {
      let number = 0;
      const piece = (): string => random.pick(pieces);
      const source = Array.from({ length: 1 + random.below(14) }, piece)
        .join("")
        .replace(/word/g, () => `word${String((number += 1))}z`);
      const { doc, problems } = readMarkdown(source, { resolveImage: () => 1 });
      expect(documentSchema.parse(doc)).toEqual(doc);
      if (problems.length > 0) continue;
      withoutProblems += 1;
      const stored = JSON.stringify(doc);
      expect({ source, lost: (source.match(/word\d+z/g) ?? []).filter((word) => !stored.includes(word)) }).toEqual({
        source,
        lost: [],
      });
    }
    expect(withoutProblems).toBeGreaterThan(400);
  });
});
