import { beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { cardKey, readCard, signCard, type SocialCard } from "./card-address";

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "a secret for tests, long enough to be one" });
});

const card: SocialCard = {
  headline: "Anxiety & “calm” 😀 焦虑",
  kicker: "news",
  category: "news",
  siteName: "Mental Health Network",
};

it("reads back what it signs, from lower-case letters and digits", () => {
  const { signature, payload } = signCard(card);
  expect(`${signature}/${payload}`).toMatch(/^[0-9a-f]{32}\/[0-9a-f]+$/);
  expect(readCard(signature, payload)).toEqual(card);
  expect(readCard(...partsOf({ ...card, kicker: null, category: null }))).toMatchObject({ kicker: null });
});

it("gives the same words the same address, and other words or another colour another", () => {
  expect(signCard({ ...card })).toEqual(signCard(card));
  for (const other of [{ headline: "Calm" }, { kicker: "Tag" }, { category: null }, { siteName: "Another" }]) {
    const changed = signCard({ ...card, ...other });
    expect(changed.payload).not.toBe(signCard(card).payload);
    expect(changed.signature).not.toBe(signCard(card).signature);
    expect(cardKey(changed.payload)).not.toBe(cardKey(signCard(card).payload));
  }
});

describe("an address that the site has not signed", () => {
  const forged = Buffer.from(JSON.stringify([1, "Buy now", null, null, "Shop"])).toString("hex");
  it.each([
    ["another text under a right signature", () => readCard(signCard(card).signature, forged)],
    ["a changed signature", () => readCard(signCard(card).signature.replace(/^./, (c) => (c === "0" ? "1" : "0")), signCard(card).payload)], // prettier-ignore
    ["a shorter signature", () => readCard(signCard(card).signature.slice(1), signCard(card).payload)],
    ["no signature", () => readCard("", signCard(card).payload)],
    ["capitals", () => readCard(signCard(card).signature, signCard(card).payload.toUpperCase())],
    ["no hexadecimal digits", () => readCard(signCard(card).signature, "../../etc/passwd")],
    ["nothing", () => readCard("", "")],
  ])("is none: %s", (_name, read) => {
    expect(read()).toBeNull();
  });

  it("and one of another site with the same words is none", () => {
    const { signature, payload } = signCard(card);
    setEnvironment({ AUTH_SECRET: "the secret of another site, long enough too" });
    expect(readCard(signature, payload)).toBeNull();
    setEnvironment({ AUTH_SECRET: "a secret for tests, long enough to be one" });
    expect(readCard(signature, payload)).toEqual(card);
  });
});

it("stays below 2,048 characters whatever the words, and never cuts a character in two", () => {
  const { signature, payload } = signCard({
    headline: "😀".repeat(500),
    kicker: "焦".repeat(100),
    category: "x",
    siteName: "é".repeat(200),
  });
  expect(`https://mental-health-network.example.org/social/${signature}/${payload}.png`.length).toBeLessThan(2048);
  expect(readCard(signature, payload)?.headline).toBe("😀".repeat(140));
});

it("keeps each card in the storage under a key that storage takes", () => {
  expect(cardKey(signCard(card).payload)).toMatch(/^social\/([0-9a-f]{2})\/\1[0-9a-f]{30}\.png$/);
});

function partsOf(of: SocialCard): [string, string] {
  const { signature, payload } = signCard(of);
  return [signature, payload];
}
