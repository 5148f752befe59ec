import { expect, it } from "vitest";
import { articleFeedId, feedId } from "./ids";

/** RFC 4151, 2.1, as far as these go. */
const tagUri = /^tag:[a-z0-9][a-z0-9.-]*,\d{4}:[a-z0-9/]+$/;

it("names articles and feeds with tag URIs of the host alone", () => {
  const names = [
    articleFeedId("https://www.example.org:8443", 12),
    feedId("https://www.example.org", { kind: "site" }),
    feedId("http://www.example.org", { kind: "tag", id: 3 }),
  ];
  expect(names).toEqual([
    "tag:www.example.org,2026:article/12",
    "tag:www.example.org,2026:feed",
    "tag:www.example.org,2026:feed/tag/3",
  ]);
  for (const name of names) expect(name).toMatch(tagUri);
});
