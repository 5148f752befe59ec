import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/richtext/schema";
import { doc, heading, paragraph, text } from "@/lib/richtext/testing/shorthand";
import { passagesOf } from "../passages";
import { bodyOf, completeCopy } from "../testing/complete-copy";
import { languageFindings, phraseRules } from "./language";

const findings = (...blocks: (Block | string)[]) => languageFindings(passagesOf(completeCopy(bodyOf(...blocks))));
const rulesOf = (words: string): string[] => findings(words).map(({ rule }) => rule.replace("language.", ""));

/** Per rule: texts it must find, and texts that it must leave alone. */
const examples: Record<string, [hits: string[], misses: string[]]> = {
  "committed-suicide": [
    ["He committed suicide in May.", "Those who commit suicide", "She is Committing Suicide"],
    ["She died by suicide.", "He committed a crime.", "They are committed to suicide prevention."],
  ],
  "suicide-attempt-outcome": [
    ["a failed suicide attempt", "a successful suicide", "her suicide attempt failed"],
    ["a suicide attempt", "a successful trial", "suicide prevention was successful"],
  ],
  "attempt-outcome": [
    ["After one failed attempt she thought of suicide again."],
    ["After three failed attempts the printer worked.", "He survived an attempt on his life."],
  ],
  "suicide-epidemic": [
    ["an epidemic of suicide", "a wave of teenage suicides", "the suicide epidemic", "suicide rates skyrocketed"],
    ["an epidemic of flu", "suicide rates rose by 3 percent", "a wave of relief"],
  ],
  "suicide-victim": [
    ["suicide victims", "a victim of suicide"],
    ["a victim of theft", "people bereaved by suicide"],
  ],
  "self-harmer": [["Many self-harmers hide it."], ["People who self-harm hide it.", "a farmer"]],
  "cry-for-help": [["Self-harm is often a cry for help."], ["The baby's cry for attention woke them."]],
  "suicide-hotspot": [["a known suicide hotspot", "the suicide bridge"], ["a holiday hotspot"]],
  "suicide-metaphor": [["It would be political suicide."], ["A politician died by suicide."]],
  "suicide-single-cause": [
    ["Debts drove the man to suicide.", "bullied to suicide", "He killed himself after losing his job."],
    ["Debts drove the man to despair.", "Suicide has many causes."],
  ],
  "suicide-solution": [
    ["For him suicide was the only way out."],
    ["The only way out of the building is on the left.", "Suicide is no answer."],
  ],
  "suicide-method": [
    ["She hanged herself.", "he shot himself", "leapt to her death"],
    ["She hanged a picture.", "He taught himself.", "The dog drowned."],
  ],
  "suicide-method-detail": [
    ["He died by suicide, by hanging.", "the suicide, 40 pills", "an overdose; a suicide"],
    ["An overdose of caffeine keeps you awake.", "She takes 2 pills a day.", "jumping off a low wall for fun"],
  ],
  "suicide-location": [
    ["a suicide at the old railway bridge", "He took his own life on the train tracks"],
    ["Meet me at the bridge.", "Suicide is discussed at the conference."],
  ],
  "suicide-note": [["The suicide note said why."], ["She took notes.", "a farewell letter to a colleague"]],
  "suicide-in-headline": [[], ["A text about suicide."]],
  "suffers-from": [
    [
      "She suffers from depression.",
      "afflicted with severe anxiety",
      "depression sufferers",
      "a victim of mental illness",
    ],
    ["The report suffers from a lack of data.", "victims of crime", "She has depression.", "He lives with OCD."],
  ],
  "the-mentally-ill": [
    ["Housing for the mentally ill.", "the severely mentally ill"],
    ["the mentally ill patients' families", "people with mental illnesses"],
  ],
  "condition-as-noun": [
    ["Schizophrenics are often lonely.", "He is a schizophrenic.", "an anorexic who recovered"],
    ["a schizophrenic episode", "a bipolar disorder", "She has schizophrenia.", "a depressive and a manic phase"],
  ],
  "condition-as-metaphor": [
    ["I am so OCD about my desk.", "bipolar weather", "a bit autistic"],
    ["She has OCD.", "bipolar disorder", "so many autistic adults"],
  ],
  derogatory: [
    ["a crazy idea", "They went nuts.", "the man was deranged"],
    ["a bag of nuts", "psychology", "The madrigal"],
  ],
  violence: [
    ["The shooter had a history of mental illness.", "a mentally ill attacker and his crimes"],
    ["Tell the doctor about a family history of mental illness."],
  ],
  "addiction-label": [
    ["drug abusers", "He is an addict.", "junkies", "Alcoholics need help."],
    ["Alcoholics Anonymous meets on Monday.", "people with an addiction", "an alcoholic drink"],
  ],
  "substance-abuse": [
    ["substance abuse", "her drug habit"],
    ["substance use", "child abuse", "the habit of reading"],
  ],
  "cure-claim": [
    ["Yoga cures depression.", "a miracle cure", "It is guaranteed to work.", "Beat anxiety in 7 days"],
    ["There is no cure for autism.", "It can't cure depression.", "Hams are cured.", "Treatment reduces anxiety."],
  ],
};

describe("the phrases", () => {
  it("all have examples", () => {
    expect(Object.keys(examples).sort()).toEqual(phraseRules.map(({ id }) => id).sort());
    expect(phraseRules.every(({ pattern }) => pattern.flags === "giu")).toBe(true);
  });

  for (const [rule, [hits, misses]] of Object.entries(examples)) {
    it.each(hits.map((words) => [words]))(`${rule} finds: %s`, (words) => {
      expect(rulesOf(words)).toContain(rule);
    });
    it.each(misses.map((words) => [words]))(`${rule} leaves alone: %s`, (words) => {
      expect(rulesOf(words)).not.toContain(rule);
    });
  }

  it("are looked for in headlines by their own rule", () => {
    const copy = { ...completeCopy(), headline: "A suicide in the family" };
    expect(languageFindings(passagesOf(copy)).map(({ rule, field, where }) => [rule, field, where])).toEqual([
      ["language.suicide-in-headline", "headline", null],
    ]);
  });
});

describe("where they are looked for", () => {
  const phrase = "committed suicide";

  it("names block and words", () => {
    const cell = {
      type: "tableCell" as const,
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraph(`It says ${phrase}.`)],
    };
    const table = {
      type: "table" as const,
      attrs: { caption: "Who suffers from depression" },
      content: [{ type: "tableRow" as const, content: [cell] }],
    };
    expect(findings("Fine.", heading(2, `Who ${phrase}`), table).map(({ where }) => where)).toEqual([
      { block: 1, quote: phrase },
      { block: 2, quote: "suffers from depression" },
      { block: 2, quote: phrase },
    ]);
  });

  it("finds a phrase across marks", () => {
    expect(findings(paragraph("He ", text("committed", { type: "bold" }), " suicide."))).toHaveLength(1);
  });

  it.each<[string, Block]>([
    ["quotation marks", paragraph(`Do not write “${phrase}” or "${phrase}" or ‘${phrase}’.`)],
    ["code", paragraph("Search for ", text(phrase, { type: "code" }))],
    [
      "block quotations",
      doc({ type: "blockquote", attrs: { source: null }, content: [paragraph(phrase)] }).content[0]!,
    ],
  ])("leaves %s alone", (_, block) => {
    expect(findings(block)).toEqual([]);
  });

  it("does not take an apostrophe for a quotation", () => {
    expect(findings(`The teachers’ friend ${phrase}, didn’t he`)).toHaveLength(1);
  });
});
