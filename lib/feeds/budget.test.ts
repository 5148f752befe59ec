import { expect, it } from "vitest";
import { archiveSize } from "./archives";
import { atomFeed } from "./atom";
import { longestArticle, withinBudget } from "./budget";
import { jsonFeed } from "./json-feed";
import { rssFeed } from "./rss";
import { sampleFeed } from "./testing/sample-feed";
import type { FeedItem } from "./types";

const [template] = sampleFeed.items;
const item = (html: string): FeedItem => ({ ...template!, html });
const lengths = (items: FeedItem[]) => items.map(({ html }) => html?.length ?? null);

it("carries whole articles while there is room, the newest first", () => {
  const html = `<p>${"word ".repeat(80_000)}</p>`;
  const items = withinBudget(Array.from({ length: 6 }, () => item(html)));
  expect(lengths(items)).toEqual([...Array<number>(4).fill(html.length), null, null]);
  expect(items.at(-1)?.summary).toBe(template?.summary);
});

it("leaves a single article out that is too long, and goes on with the next", () => {
  expect(lengths(withinBudget([item("x".repeat(longestArticle)), item("<p>short</p>")]))).toEqual([null, 12]);
});

it("counts bytes and not characters", () => {
  const chinese = "心".repeat(longestArticle / 3 + 1);
  expect(lengths(withinBudget([item(chinese)]))).toEqual([null]);
});

it("keeps every format below 2 MB with the longest of everything", () => {
  const long = {
    ...item('<p class="x">"心"</p>'.repeat(3_000)),
    title: '"心'.repeat(100),
    summary: '"心'.repeat(200),
    categories: Array.from({ length: 20 }, () => ({
      term: "t".repeat(80),
      label: '"'.repeat(80),
      scheme: "https://magazine.example/tag/",
    })),
  };
  const items = withinBudget(Array.from({ length: 2 * archiveSize - 1 }, () => long));
  expect(items.filter(({ html }) => html !== null).length).toBeGreaterThan(archiveSize);
  for (const write of [rssFeed, atomFeed, jsonFeed]) {
    expect(Buffer.byteLength(write({ ...sampleFeed, items }))).toBeLessThan(2_000_000);
  }
});
