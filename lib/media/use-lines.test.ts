import { expect, it } from "vitest";
import type { MediaUse } from "./types";
import { toUseLine } from "./use-lines";

const article = { articleId: 5, headline: "Sleep" };

it.each<[MediaUse, string, boolean]>([
  [{ ...article, kind: "working-copy", place: "body" }, "/admin/articles/5", false],
  [{ ...article, kind: "publication", place: "cover", when: "live", path: "/news/sleep" }, "/admin/articles/5", true],
  [{ ...article, kind: "earlier-versions", versions: 2 }, "/admin/articles/5/revisions", false],
  [{ ...article, kind: "home-slot", slot: "lead" }, "/admin/home?slot=lead", true],
  [{ kind: "page", pageId: 3, title: "About us" }, "/admin/pages/3", true],
  [{ kind: "portrait", personId: 4, name: "Ann" }, "/admin/people/4", true],
  [
    { kind: "advertisement", advertisementId: 6, name: "Spring", slot: "article-side", enabled: false },
    "/admin/advertisements/6",
    false,
  ],
])("%j is changed at %s", (use, href, beforeReaders) => {
  expect(toUseLine(use)).toEqual({ text: expect.any(String) as string, href, beforeReaders });
});
