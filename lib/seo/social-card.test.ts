import { beforeAll, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { readCard } from "@/lib/social-cards/card-address";
import { absoluteUrl } from "@/lib/urls";
import { socialCard } from "./social-card";

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "a secret for tests, long enough to be one" });
});

const siteName = "Mental Health Network";
function drawn(page: { path: string; title: string; category: string | null }) {
  const { url } = socialCard({ ...page, siteName });
  const [, signature = "", payload = ""] = /\/social\/([0-9a-f]+)\/([0-9a-f]+)\.png$/.exec(url) ?? [];
  return readCard(signature, payload);
}

it("is named by an absolute address, with its size and words for who does not see it", () => {
  const page = { path: "/news/calm", title: "Calm", category: "news", siteName };
  const card = socialCard(page);
  expect(card).toMatchObject({ width: 1200, height: 630, alt: "Calm, Mental Health Network" });
  expect(card.url.startsWith(absoluteUrl("/social/"))).toBe(true);
  expect(socialCard(page)).toEqual(card);
});

it.each([
  [
    { path: "/", title: "Home", category: null },
    { headline: siteName, kicker: null, category: null },
  ],
  [
    { path: "/news/calm", title: "Calm", category: "news" },
    { headline: "Calm", kicker: "news", category: "news" },
  ],
  [
    { path: "/growth-psychology", title: "Growth psychology", category: "growth-psychology" },
    { headline: "Growth psychology", kicker: null, category: "growth-psychology" },
  ],
  [
    { path: "/tag/stress", title: "stress", category: null },
    { headline: "stress", kicker: "Tag" },
  ],
  [
    { path: "/author/ann", title: "Ann", category: null },
    { headline: "Ann", kicker: "Author" },
  ],
  [
    { path: "/about-us", title: "About us", category: null },
    { headline: "About us", kicker: null },
  ],
])("says of %j %j", (page, expected) => {
  expect(drawn(page)).toMatchObject({ ...expected, siteName });
});
