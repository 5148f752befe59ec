import { describe, expect, it } from "vitest";
import { doc, heading, paragraph, reference, text, link } from "@/lib/richtext/testing/shorthand";
import type { WorkingCopyInput } from "../../schema";
import { checklistOf } from "../checklist";
import { bodyOf, citation, completeCopy } from "../testing/complete-copy";
import { readingGrade } from "./readability";

const siteUrl = "https://magazine.example";
const items = (given: Partial<WorkingCopyInput>, deadLinks: { href: string; reason: string }[] = []) =>
  checklistOf(completeCopy(given), { siteUrl, deadLinks }).items;
const rulesFor = (given: Partial<WorkingCopyInput>) => items(given).map(({ rule }) => rule);
const marked = (words: string) => paragraph(words, reference("work-2020"));
const crisis = { type: "crisisHelp" as const };
const plain = (sentences: number) => "We sat in a room and we spoke of the day. ".repeat(sentences);

describe("the checklist of a complete article", () => {
  it("is empty", () => {
    expect(items({})).toEqual([]);
  });

  it("puts blocking problems first, and names every item once", () => {
    const found = items({ coverId: null, tagIds: [], ...bodyOf("He committed suicide.", "She committed suicide.") });
    expect(found.map(({ level }) => level)).toEqual(["blocking", "blocking", ...Array<string>(found.length - 2).fill("advisory")]); // prettier-ignore
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.filter(({ rule }) => rule === "language.committed-suicide")).toHaveLength(2);
  });
});

describe("the picture", () => {
  const withCrops = (coverCrops: string[] | null, coverId: number | null = 1) =>
    checklistOf(completeCopy({ coverId }), { siteUrl, deadLinks: [], coverCrops }).items.filter(
      ({ rule }) => rule === "small-hero",
    );

  it("is advised to be replaced when it is too small for a shape that search engines ask for", () => {
    expect(withCrops(["16x9-50-50", "4x3-50-50"])).toMatchObject([
      {
        level: "advisory",
        field: "coverId",
        message: expect.stringContaining("1:1") as string,
        suggestion: expect.stringContaining("1200 × 1200") as string,
      },
    ]);
    expect(withCrops([])[0]?.message).toContain("16:9, 4:3, 1:1");
  });

  it("is not when it is large enough, or missing, or its crops are still to be made", () => {
    expect(withCrops(["16x9-50-50", "4x3-50-50", "1x1-50-50"])).toEqual([]);
    expect(withCrops(null)).toEqual([]);
    expect(withCrops([], null)).toEqual([]);
  });
});

describe("readability", () => {
  it("gives the grade of the formula", () => {
    // 30 sentences of 11 one-syllable words: 0.39 * 11 + 11.8 * 1 - 15.59
    expect(readingGrade([paragraph(plain(30))])).toBeCloseTo(0.5, 1);
    expect(readingGrade([paragraph(plain(3))])).toBeNull();
  });

  it("does not count headings and tables as sentences", () => {
    const blocks = [paragraph(plain(30))];
    expect(readingGrade([heading(2, "Psychotherapeutic considerations"), ...blocks])).toBe(readingGrade(blocks));
  });

  it("advises above grade 9, and points to the longest sentence", () => {
    const hard = "Psychotherapeutic interventions necessitate considerable institutional deliberation. ".repeat(20);
    const longest =
      "Nevertheless, organisational considerations regarding implementation continually complicate everything.";
    const [item] = items({ body: doc(marked(hard), paragraph(longest)) }).filter(
      ({ rule }) => rule === "reading-grade",
    );
    expect(item).toMatchObject({ where: { block: 1 }, source: { url: expect.stringContaining("w3.org") as string } });
    expect(rulesFor({ body: doc(marked(plain(30))) })).not.toContain("reading-grade");
  });

  it("finds paragraphs of more than six sentences", () => {
    const found = (count: number) => rulesFor({ body: doc(marked(plain(count))) });
    expect(found(7)).toContain("long-paragraph");
    expect(found(6)).not.toContain("long-paragraph");
  });
});

describe("help in a crisis", () => {
  const about = (...blocks: Parameters<typeof doc>) =>
    rulesFor({ body: doc(marked("x"), ...blocks), contentNote: "It is." });
  const filler = Array.from({ length: 12 }, () => paragraph("Some words."));

  it("is missing where suicide or self-harm is mentioned, quoted or not", () => {
    expect(about(paragraph("Thoughts of suicide are common."))).toContain("crisis-help");
    expect(about(paragraph("She said “I thought of ending my own life”."))).toContain("crisis-help");
    expect(about(paragraph("People who self-harm hide it."))).toContain("crisis-help");
    expect(about(paragraph("Thoughts of dinner are common."))).not.toContain("crisis-help");
    expect(about(crisis, paragraph("Thoughts of suicide are common."))).not.toContain("crisis-help");
  });

  it("stands at the beginning and at the end where it is the subject", () => {
    const subject = paragraph("Suicide, suicidal thoughts, and again suicide.");
    expect(about(crisis, subject, ...filler, crisis)).toEqual([]);
    expect(about(subject, ...filler, crisis)).toEqual(["crisis-help-early"]);
    expect(about(crisis, subject, ...filler)).toEqual(["crisis-help-late"]);
    expect(about(paragraph("A word on suicide."), ...filler, crisis)).toEqual([]);
  });

  it("comes with a content note", () => {
    const given = { body: doc(marked("x"), crisis, paragraph("Suicide, suicidal, suicide."), crisis) };
    expect(rulesFor(given)).toEqual(["content-note"]);
    expect(rulesFor({ ...given, contentNote: "This article mentions suicide." })).toEqual([]);
  });
});

describe("claims about health", () => {
  const seems = (words: string) =>
    rulesFor({ ...bodyOf(words), citations: [], healthClaims: false }).includes("unmarked-health-claim");

  it.each([
    "Studies show that walking helps.",
    "It is proven to reduce stress.",
    "Some 20 percent of adults feel it.",
    "One in four people has it.",
    "Meditation reduces symptoms.",
    "It is an effective treatment for panic.",
  ])("are noticed: %s", (words) => {
    expect(seems(words)).toBe(true);
    expect(rulesFor({ body: doc(marked(words)) })).not.toContain("unmarked-health-claim");
  });

  it.each([
    "A friend listened.",
    "She studied in Rome.",
    "“Studies show” is how many headlines start.",
    "20 percent of the rent",
  ])("are not seen in: %s", (words) => {
    expect(seems(words)).toBe(false);
  });
});

describe("presentation", () => {
  it.each<[string, Partial<WorkingCopyInput>]>([
    ["long-headline", { headline: "Words ".repeat(19), seoTitle: "Short" }],
    ["title-cut", { headline: "What couples therapy can change in a long marriage and what it leaves as it was" }],
    ["description-cut", { seoDescription: "word ".repeat(50) }],
    ["description-short", { excerpt: "Short." }],
    ["no-tags", { tagIds: [] }],
    ["no-internal-links", { body: doc(...Array.from({ length: 20 }, () => marked(plain(2)))) }],
    ["unused-reference", { citations: [citation, { ...citation, id: "other", title: "Another" }] }],
    ["no-review-date", { reviewedAt: null }],
  ])("%s", (rule, given) => {
    expect(rulesFor(given)).toEqual([rule]);
  });

  it("takes a link with the site's own address for an internal one", () => {
    const long = Array.from({ length: 20 }, () => marked(plain(2)));
    const linked = (href: string) => rulesFor({ body: doc(...long, paragraph(text("there", link(href)))) });
    expect(linked("https://magazine.example/news/a")).toEqual([]);
    expect(linked("https://magazine.example.org/news/a")).toEqual(["no-internal-links"]);
  });
});

describe("dead links", () => {
  it("stand where the link stands, or in the reference list", () => {
    const body = doc(marked("x"), paragraph("See ", text("this page", link("https://gone.example/a")), "."));
    const reason = "The server says 404 (not found).";
    const dead = ["https://gone.example/a", "https://gone.example/b"].map((href) => ({ href, reason }));
    expect(items({ body }, dead)).toMatchObject([
      { rule: "dead-link", field: "body", where: { block: 1, quote: "this page" } },
      { rule: "dead-link", field: "citations", where: null },
    ]);
  });
});
