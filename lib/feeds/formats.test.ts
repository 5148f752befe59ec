/** The three formats of one feed, against files that were read by eye, and read back by a parser that is not ours. */
import { readFileSync } from "node:fs";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { atomFeed } from "./atom";
import { jsonFeed } from "./json-feed";
import { rssFeed } from "./rss";
import { hostile, sampleArchive, sampleFeed } from "./testing/sample-feed";

const golden = (name: string): string => readFileSync(`tests/fixtures/feeds/${name}`, "utf8");
const feeds = [
  ["subscription", sampleFeed],
  ["archive", sampleArchive],
] as const;

describe.each(feeds)("the %s document", (name, feed) => {
  it("is written as in the golden files", () => {
    expect(rssFeed(feed)).toBe(golden(`${name}.rss.xml`));
    expect(atomFeed(feed)).toBe(golden(`${name}.atom.xml`));
    expect(JSON.parse(jsonFeed(feed))).toEqual(JSON.parse(golden(`${name}.json`)));
  });

  it("is well-formed to another parser of XML", async () => {
    for (const contents of [rssFeed(feed), atomFeed(feed)]) {
      const { errors, normalized } = await validateXML({
        xml: { fileName: "feed.xml", contents },
        normalization: "c14n",
      });
      expect(errors).toEqual([]);
      expect(normalized).toContain("Too long for a feed");
    }
  });
});

const [first, second] = sampleFeed.items;

describe("read back", () => {
  it("gives what RSS was made of", () => {
    const read = parseRssFeed(rssFeed(sampleFeed));
    expect(read).toMatchObject({ title: sampleFeed.title, link: sampleFeed.pageUrl, language: "en", ttl: 30 });
    expect(Date.parse(String(read.lastBuildDate))).toBe(sampleFeed.updatedAt.getTime());
    expect(read.items?.map((item) => [item.guid?.value, item.title, item.description, item.content?.encoded])).toEqual([
      [first!.id, hostile, first!.summary, first!.html],
      [second!.id, second!.title, second!.summary, undefined],
    ]);
    expect(read.items?.[0]?.dc?.creators).toEqual(["Ann O'Neil", "李华"]);
    expect(read.atom?.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ["self", sampleFeed.selfUrl],
      ["hub", sampleFeed.hub],
      ["prev-archive", sampleFeed.paging.previous],
    ]);
  });

  it("gives what Atom was made of", () => {
    const read = parseAtomFeed(atomFeed(sampleFeed));
    expect(read).toMatchObject({ id: sampleFeed.id, title: { value: sampleFeed.title }, xml: { lang: "en" } });
    expect(
      read.entries?.map((entry) => [entry.id, entry.title?.value, entry.summary?.value, entry.content?.value]),
    ).toEqual([
      [first!.id, hostile, first!.summary, first!.html],
      [second!.id, second!.title, second!.summary, undefined],
    ]);
    expect(read.entries?.[0]).toMatchObject({
      published: first!.publishedAt.toISOString(),
      updated: first!.updatedAt.toISOString(),
      authors: first!.authors.map(({ name, url }) => ({ name, uri: url })),
      categories: first!.categories,
    });
  });

  it("gives what JSON Feed was made of", () => {
    const read = parseJsonFeed(jsonFeed(sampleFeed));
    expect(read).toMatchObject({
      title: sampleFeed.title,
      feed_url: sampleFeed.selfUrl,
      next_url: sampleFeed.paging.previous,
      hubs: [{ type: "WebSub", url: sampleFeed.hub }],
    });
    expect(
      read.items?.map((item) => [item.id, item.title, item.summary, item.content_html, item.content_text]),
    ).toEqual([
      [first!.id, hostile, first!.summary, first!.html, undefined],
      [second!.id, second!.title, second!.summary, undefined, second!.summary],
    ]);
  });

  it("says of archives what they are and where the others stand", () => {
    const rels = (links: { rel?: string; href?: string }[] | undefined) =>
      links?.filter(({ rel }) => rel !== "alternate").map(({ rel, href }) => [rel, href]);
    const expected = [
      ["self", sampleArchive.selfUrl],
      ["current", sampleArchive.paging.current],
      ["prev-archive", sampleArchive.paging.previous],
      ["next-archive", sampleArchive.paging.next],
    ];
    expect(rels(parseRssFeed(rssFeed(sampleArchive)).atom?.links)).toEqual(expected);
    expect(rels(parseAtomFeed(atomFeed(sampleArchive)).links)).toEqual(expected);
    for (const write of [rssFeed, atomFeed]) {
      expect(write(sampleArchive)).toContain("<fh:archive/>");
      expect(write(sampleFeed)).not.toContain("fh:archive");
    }
  });
});
