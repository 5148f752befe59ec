import { describe, expect, it } from "vitest";
import { mergeWorkingCopies } from "@/lib/articles/compare/merge-working-copies";
import { workingCopyInput, type WorkingCopy } from "@/lib/articles/schema";
import { randomEdit, randomWorkingCopy } from "@/lib/articles/testing/random-working-copy";
import { doc, paragraph } from "@/lib/richtext/testing/shorthand";
import { plainText } from "@/lib/richtext/plain-text";
import { answered, answeredTogether, canBeTyped, canKeepBoth, problemOfTyped, type Choice } from "./merge-choices";

const copyOf = (...words: string[]): WorkingCopy =>
  workingCopyInput.parse({
    slug: "a",
    categoryId: 1,
    headline: "H",
    body: doc(...words.map((word) => paragraph(word))),
  });
const bodyAfter = (choices: Choice[]) => {
  const [base, mine, theirs] = [copyOf("1", "2", "3"), copyOf("1m", "2", "3m", "4"), copyOf("1t", "2", "3t")];
  const question = mergeWorkingCopies(base, mine, theirs);
  expect(question.conflicts).toHaveLength(2);
  return plainText(answered(question, choices).body).split("\n");
};

describe("answers to a question", () => {
  it("put mine, theirs or both where the conflict is, and leave the rest alone", () => {
    expect(bodyAfter(["mine", "mine"])).toEqual(["1m", "2", "3m", "4"]);
    expect(bodyAfter(["theirs", "theirs"])).toEqual(["1t", "2", "3t"]);
    expect(bodyAfter(["both", "theirs"])).toEqual(["1m", "1t", "2", "3t"]);
    expect(bodyAfter(["theirs", "both"])).toEqual(["1t", "2", "3m", "4", "3t"]);
  });

  it("take a text that was typed, and nothing for a field that may be empty", () => {
    const base = { ...copyOf("x"), contentNote: "Base" };
    const question = mergeWorkingCopies(
      base,
      { ...base, headline: "Mine", contentNote: "Mine" },
      { ...base, headline: "Theirs", contentNote: "Theirs" },
    );
    expect(answered(question, [{ text: "Typed" }, { text: " " }])).toMatchObject({
      headline: "Typed",
      contentNote: null,
    });
    expect(answered(question, ["theirs", "mine"])).toMatchObject({ headline: "Theirs", contentNote: "Mine" });
  });

  it("take a work of the reference list, or let it go", () => {
    const work = { id: "a", type: "webpage", title: "Base", authors: [], year: null } as const;
    const base = workingCopyInput.parse({ ...copyOf("x"), citations: [work, { ...work, id: "b" }] });
    const mine = { ...base, citations: [{ ...base.citations[0]!, title: "Mine" }, base.citations[1]!] };
    const theirs = { ...base, citations: [base.citations[1]!] };
    const question = mergeWorkingCopies(base, mine, theirs);
    expect(answered(question, ["mine"]).citations.map(({ title }) => title)).toEqual(["Mine", "Base"]);
    expect(answered(question, ["theirs"]).citations.map(({ id }) => id)).toEqual(["b"]);
  });

  it("to everything the same give that side wherever both differed, whatever the versions", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const base = randomWorkingCopy(seed);
      const [mine, theirs] = [randomEdit(base, seed * 3 + 1), randomEdit(base, seed * 3 + 2)];
      const question = mergeWorkingCopies(base, mine, theirs);
      const mirrored = mergeWorkingCopies(base, theirs, mine);
      const all = (choice: Choice) => question.conflicts.map(() => choice);
      const fields = (copy: WorkingCopy) => [copy.headline, copy.slug, copy.excerpt, copy.categoryId, copy.coverId];
      expect(fields(answered(question, all("theirs")))).toEqual(fields(mirrored.merged));
      expect(answered(question, all("mine")).headline).toBe(question.merged.headline);
    }
  });
});

describe("what can be answered", () => {
  it("depends on what it is about", () => {
    const base = { ...copyOf("1"), coverId: 1, coverAlt: "A" };
    const { conflicts } = mergeWorkingCopies(
      base,
      { ...base, ...copyOf("m"), coverId: 2, coverAlt: "B", categoryId: 2 },
      { ...base, ...copyOf("t"), coverId: 3, coverAlt: "C", categoryId: 3 },
    );
    expect(
      conflicts.map((conflict) => [
        conflict.kind === "field" ? conflict.field : "body",
        canBeTyped(conflict),
        canKeepBoth(conflict),
      ]),
    ).toEqual([
      ["categoryId", false, false],
      ["coverId", false, false],
      ["coverAlt", true, false],
      ["body", false, true],
    ]);
    expect([0, 1, 2, 3].map((index) => answeredTogether(conflicts, index))).toEqual([[0], [1, 2], [1, 2], [3]]);
  });

  it("says why a typed text can't be taken", () => {
    expect(problemOfTyped("headline", "Fine")).toBeNull();
    expect(problemOfTyped("slug", "Not a slug")).toContain("lower-case");
    expect(problemOfTyped("canonicalUrl", "")).toBeNull();
    expect(problemOfTyped("canonicalUrl", "nowhere")).not.toBeNull();
  });
});
