import { expect, it } from "vitest";
import { writable } from "./lettering";

/** Latin letters, digits and common punctuation, as the packaged fonts have them. */
const has = (codePoint: number) => codePoint < 0x250 || (codePoint >= 0x2010 && codePoint <= 0x2030);

it.each([
  ["Plain words", "Plain words"],
  ["  Two \n lines ", "Two lines"],
  ["Calm 😀 and well", "Calm and well"],
  ["Family 👨‍👩‍👧 therapy ❤️", "Family therapy"],
  ["焦虑: what it is", "what it is"],
  ["What it is: 焦虑", "What it is"],
  ["Anxiety (焦虑) explained", "Anxiety explained"],
  ["He said “焦虑”, then left", "He said, then left"],
  ["焦虑and更多words", "and words"],
  ["Café", "Café"],
  ["x̌ marks", "x marks"],
  ["Sure 1️⃣ thing", "Sure 1 thing"],
  ["© stays, 🇫🇷 goes", "© stays, goes"],
  ["– already so –", "– already so –"],
  ["焦虑症状", ""],
  ["😀 !?", ""],
  ["", ""],
])("makes of %j %j", (text, expected) => {
  expect(writable(text, has)).toBe(expected);
});
