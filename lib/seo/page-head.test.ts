import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { absoluteUrl } from "@/lib/urls";
import { pageHead, draftHead, unlistedHead, type PageHead } from "./page-head";

const site = { name: "Mental Health Network", language: "en", timeZone: "Europe/Berlin" } as const;
const base = { site, title: "News", description: "Reports.", path: "/news" };

const cover = {
  id: 1,
  key: "ab/cd",
  width: 1600,
  height: 900,
  widths: [320, 640, 1280, 1600],
  placeholder: "",
  alt: "Two chairs",
  credit: null,
};

// Cards are signed.
beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "a".repeat(32) });
});
afterAll(() => {
  setEnvironment({ AUTH_SECRET: "" });
});

/** What it says to link previews under a name. */
function said({ preview }: PageHead, wanted: string): string[] {
  return preview
    .filter((meta) => ("property" in meta ? meta.property : meta.name) === wanted)
    .map(({ content }) => content);
}

const typesOf = ({ alternates }: PageHead): string[] => alternates.map(({ type }) => type);

describe("pageHead", () => {
  it("names the page and the site, and points to itself", () => {
    const head = pageHead(base);
    expect(head.title).toBe("News · Mental Health Network");
    expect(head.canonical).toBe(absoluteUrl("/news"));
    expect(head.robots).toBe("index, follow, max-image-preview:large");
    expect(said(head, "og:type")).toEqual(["website"]);
    expect(said(head, "og:title")).toEqual(["News"]);
    expect(said(head, "og:description")).toEqual(["Reports."]);
    expect(said(head, "og:url")).toEqual([absoluteUrl("/news")]);
    expect(said(head, "og:site_name")).toEqual(["Mental Health Network"]);
    expect(said(head, "og:locale")).toEqual(["en_US"]);
    expect(said(head, "article:published_time")).toEqual([]);
  });

  it("names the home page after the site alone", () => {
    const head = pageHead({ ...base, title: null });
    expect([head.title, ...said(head, "og:title")]).toEqual(["Mental Health Network", "Mental Health Network"]);
  });

  it("describes further pages of a list by their number, and leaves an empty description out", () => {
    expect(pageHead({ ...base, page: 2 }).description).toBe("Page 2. Reports.");
    expect(pageHead({ ...base, page: 1 }).description).toBe("Reports.");
    const without = pageHead({ ...base, description: " " });
    expect(without.description).toBeUndefined();
    expect([...said(without, "og:description"), ...said(without, "twitter:description")]).toEqual([]);
  });

  it("names the page number from the second page", () => {
    expect(pageHead({ ...base, page: 1 }).title).toBe("News · Mental Health Network");
    expect(pageHead({ ...base, page: 3 }).title).toBe("News · page 3 · Mental Health Network");
  });

  it("leaves the site's name out of a long title", () => {
    const title = "What happens during therapy sessions, from first to last";
    expect(pageHead({ ...base, title }).title).toBe(title);
  });

  it("gives way to an article's own canonical address and wish not to be indexed", () => {
    const head = pageHead({ ...base, canonicalUrl: "https://elsewhere.example/a", noindex: true });
    expect(head.canonical).toBe("https://elsewhere.example/a");
    expect(head.robots).toBe("noindex, follow");
  });

  it("says when an article appeared, where it belongs and who signed it", () => {
    const head = pageHead({
      ...base,
      image: cover,
      article: {
        publishedAt: new Date("2026-11-16T08:00:00Z"),
        modifiedAt: new Date("2026-11-17T08:00:00Z"),
        section: "News",
        tags: ["stress", "sleep"],
        authorUrls: ["https://example.org/author/news-desk"],
      },
    });
    expect(said(head, "og:type")).toEqual(["article"]);
    expect(said(head, "article:published_time")).toEqual(["2026-11-16T09:00:00+01:00"]);
    expect(said(head, "article:modified_time")).toEqual(["2026-11-17T09:00:00+01:00"]);
    expect(said(head, "article:section")).toEqual(["News"]);
    expect(said(head, "article:tag")).toEqual(["stress", "sleep"]);
    expect(said(head, "article:author")).toEqual(["https://example.org/author/news-desk"]);
  });

  // Google shows pictures large from 1200 pixels (google-discover), and cards of links want about as much.
  it("gives link previews the large picture", () => {
    const head = pageHead({ ...base, image: cover });
    expect(said(head, "og:image")).toEqual([expect.stringContaining("/media/ab/cd/")]);
    expect(Number(said(head, "og:image:width")[0])).toBeGreaterThanOrEqual(1200);
    expect(Number(said(head, "og:image:height")[0])).toBeGreaterThan(0);
    expect(said(head, "og:image:alt")).toEqual(["Two chairs"]);
    expect(said(head, "og:image:type")).toEqual(["image/jpeg"]);
    expect(said(head, "twitter:card")).toEqual(["summary_large_image"]);
    expect(said(head, "twitter:image")).toEqual(said(head, "og:image"));
  });

  it("draws a card for a page without a picture, and for one whose picture is too small to be shown large", () => {
    for (const image of [null, { ...cover, width: 320, height: 180, widths: [320] }]) {
      const head = pageHead({ ...base, image });
      expect([...said(head, "og:image:width"), ...said(head, "og:image:height")]).toEqual(["1200", "630"]);
      expect(said(head, "og:image")).toEqual([expect.not.stringContaining("/media/ab/cd/")]);
      expect(said(head, "og:image:type")).toEqual(["image/png"]);
      expect(said(head, "twitter:card")).toEqual(["summary_large_image"]);
    }
  });

  it("draws no words of a visitor", () => {
    const head = pageHead({ ...base, title: "Search: rude words", cardTitle: "Search" });
    expect(said(head, "og:title")).toEqual(["Search: rude words"]);
    const [payload = ""] = /[^/]+(?=\.png$)/.exec(said(head, "og:image")[0] ?? "") ?? [];
    const drawn = Buffer.from(payload, "hex").toString();
    expect(drawn).toContain("Search");
    expect(drawn).not.toContain("rude");
  });

  it("names the Markdown of an article where there is one, and feeds with their whole addresses", () => {
    expect(typesOf(pageHead(base))).toEqual(["application/rss+xml", "application/atom+xml", "application/feed+json"]);
    const { alternates } = pageHead({ ...base, markdownPath: "/news/a.md" });
    expect(alternates.at(-1)).toEqual({ type: "text/markdown", href: absoluteUrl("/news/a.md") });
    expect(alternates[0]).toEqual({
      type: "application/rss+xml",
      href: absoluteUrl("/feed.xml"),
      title: "Mental Health Network (RSS)",
    });
  });

  it("is about a person where a person is the page", () => {
    expect(said(pageHead({ ...base, profile: true }), "og:type")).toEqual(["profile"]);
  });
});

it("gives a page that stands for none no address, and keeps it out of indexes", () => {
  const none = { alternates: [], preview: [] };
  const title = "Page not found · Mental Health Network";
  expect(unlistedHead(site, "Page not found")).toEqual({ title, robots: "noindex, follow", ...none });
  expect(draftHead("Calm")).toEqual({ title: "Preview: Calm", robots: "noindex, nofollow", ...none });
});
