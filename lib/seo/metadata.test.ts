import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { absoluteUrl } from "@/lib/urls";
import { pageMetadata } from "./metadata";

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

describe("pageMetadata", () => {
  it("names the page and the site, and points to itself", () => {
    const metadata = pageMetadata(base);
    expect(metadata.title).toEqual({ absolute: "News · Mental Health Network" });
    expect(metadata.alternates?.canonical).toBe(absoluteUrl("/news"));
    expect(metadata.robots).toMatchObject({ index: true, "max-image-preview": "large" });
    expect(metadata.openGraph).toMatchObject({
      type: "website",
      title: "News",
      description: "Reports.",
      url: absoluteUrl("/news"),
      siteName: "Mental Health Network",
      locale: "en_US",
    });
  });

  it("names the home page after the site alone", () => {
    expect(pageMetadata({ ...base, title: null }).title).toEqual({ absolute: "Mental Health Network" });
  });

  it("describes further pages of a list by their number, and leaves an empty description out", () => {
    expect(pageMetadata({ ...base, page: 2 }).description).toBe("Page 2. Reports.");
    expect(pageMetadata({ ...base, page: 1 }).description).toBe("Reports.");
    expect(pageMetadata({ ...base, description: " " }).description).toBeUndefined();
  });

  it("names no translation, since there is none", () => {
    expect(pageMetadata(base).alternates).not.toHaveProperty("languages");
  });

  it("names the page number from the second page", () => {
    expect(pageMetadata({ ...base, page: 1 }).title).toEqual({ absolute: "News · Mental Health Network" });
    expect(pageMetadata({ ...base, page: 3 }).title).toEqual({ absolute: "News · page 3 · Mental Health Network" });
  });

  it("leaves the site's name out of a long title", () => {
    const title = "What happens during therapy sessions, from first to last";
    expect(pageMetadata({ ...base, title }).title).toEqual({ absolute: title });
  });

  it("gives way to an article's own canonical address and wish not to be indexed", () => {
    const metadata = pageMetadata({ ...base, canonicalUrl: "https://elsewhere.example/a", noindex: true });
    expect(metadata.alternates?.canonical).toBe("https://elsewhere.example/a");
    expect(metadata.robots).toEqual({ index: false, follow: true });
  });

  it("shows a picture of a width that link previews like", () => {
    const metadata = pageMetadata({
      ...base,
      image: cover,
      article: {
        publishedAt: new Date("2026-11-16T08:00:00Z"),
        modifiedAt: new Date("2026-11-17T08:00:00Z"),
        section: "News",
        tags: ["stress"],
        authorUrls: ["https://example.org/author/news-desk"],
      },
    });
    expect(metadata.openGraph).toMatchObject({
      type: "article",
      publishedTime: "2026-11-16T09:00:00+01:00",
      modifiedTime: "2026-11-17T09:00:00+01:00",
      section: "News",
      tags: ["stress"],
      authors: ["https://example.org/author/news-desk"],
      images: [
        {
          width: expect.any(Number) as number,
          height: expect.any(Number) as number,
          alt: "Two chairs",
          type: "image/jpeg",
        },
      ],
    });
    expect(metadata.twitter).toEqual({ card: "summary_large_image" });
  });

  // Google shows pictures large from 1200 pixels (google-discover), and cards of links want about as much.
  it("gives link previews the large picture", () => {
    const [image] = pageMetadata({ ...base, image: cover }).openGraph?.images as { url: string; width: number }[];
    expect(image?.url).toContain("/media/ab/cd/");
    expect(image?.width).toBeGreaterThanOrEqual(1200);
  });

  it("draws a card for a page without a picture, and for one whose picture is too small to be shown large", () => {
    for (const image of [null, { ...cover, width: 320, height: 180, widths: [320] }]) {
      const { openGraph, twitter } = pageMetadata({ ...base, image });
      expect(openGraph?.images).toMatchObject([{ width: 1200, height: 630 }]);
      expect(JSON.stringify(openGraph?.images)).not.toContain("/media/ab/cd/");
      expect(twitter).toEqual({ card: "summary_large_image" });
    }
  });

  it("draws no words of a visitor", () => {
    const { openGraph } = pageMetadata({ ...base, title: "Search: rude words", cardTitle: "Search" });
    expect(openGraph?.title).toBe("Search: rude words");
    expect(JSON.stringify(openGraph?.images)).not.toContain("rude");
  });

  it("names the Markdown of an article where there is one", () => {
    expect(pageMetadata(base).alternates?.types).not.toHaveProperty("text/markdown");
    expect(pageMetadata({ ...base, markdownPath: "/news/a.md" }).alternates?.types).toHaveProperty(
      "text/markdown",
      "/news/a.md",
    );
  });

  it("is about a person where a person is the page", () => {
    expect(pageMetadata({ ...base, profile: true }).openGraph).toMatchObject({ type: "profile" });
  });
});
