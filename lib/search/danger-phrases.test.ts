import { expect, it } from "vitest";
import { soundsLikeDanger } from "./danger-phrases";

it.each([
  "suicide",
  "Suicidal thoughts",
  "sucide",
  "suicde",
  "kill myself",
  "how to KILL MYSELF quickly",
  "killing himself",
  "my friend wants to kill herself",
  "they killed themselves",
  "end my life",
  "ending my own life",
  "take my life",
  "end it all",
  "i want to die",
  "i wanna die",
  "i just want to die",
  "i wish i was dead",
  "i wish I had never been born",
  "better off dead",
  "they would be better off without me",
  "self harm",
  "self-harm",
  "selfharming",
  "hurt myself",
  "hurting my self",
  "cutting myself",
  "cut my wrists",
  "overdose",
  "overdosing on pills",
  "can't go on",
  "can’t go on",
  "cant go on like this",
  "I cannot go on",
  "can't do this anymore",
  "I can't take it any more",
  "no reason to live",
  "any point in living",
  "nothing to live for",
  "don't want to live",
  "I do not want to wake up",
  "not worth living",
  "tired of being alive",
  "sélf–hàrm",
  "kill\u00a0 myself",
  "suicide squad",
])("hears danger in %j", (text) => {
  expect(soundsLikeDanger(text)).toBe(true);
});

it.each([
  "anxiety",
  "how to live with somebody who died",
  "how do diets work",
  "grief after a death",
  "killing time",
  "skill myself up",
  "help myself sleep",
  "end a friendship",
  "what to do in an emergency",
  "cant sleep",
  "harmony",
  "",
])("hears none in %j", (text) => {
  expect(soundsLikeDanger(text)).toBe(false);
});

it("answers at once, whatever is typed", () => {
  const started = performance.now();
  for (const word of ["can not ", "want to ", "wish i ", "kill", "self "]) soundsLikeDanger(word.repeat(200));
  expect(performance.now() - started).toBeLessThan(100);
});
