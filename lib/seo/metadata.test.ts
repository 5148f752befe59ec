import { describe, expect, it } from "vitest";
import { absoluteUrl } from "@/lib/urls";
import { pageMetadata } from "./metadata";

const base = { siteName: "Mental Health Network", title: "News", description: "Reports.", path: "/news" };

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

describe("pageMetadata", () => {
  it("names the page and the site, and points to itself", () => {
    const metadata = pageMetadata(base);
    expect(metadata.title).toEqual({ absolute: "News · Mental Health Network" });
    expect(metadata.alternates?.canonical).toBe(absoluteUrl("/news"));
    expect(metadata.robots).toMatchObject({ index: true, "max-image-preview": "large" });
    expect(metadata.openGraph).toMatchObject({ type: "website", url: absoluteUrl("/news"), images: [] });
  });

  it("names the home page after the site alone", () => {
    expect(pageMetadata({ ...base, title: null }).title).toEqual({ absolute: "Mental Health Network" });
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
      publishedTime: "2026-11-16T08:00:00.000Z",
      images: [{ url: absoluteUrl("/media/ab/cd/1280.jpg"), width: 1280, height: 720, alt: "Two chairs" }],
    });
    expect(metadata.twitter).toEqual({ card: "summary_large_image" });
  });
});
