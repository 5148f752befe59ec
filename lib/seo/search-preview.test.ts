import { describe, expect, it } from "vitest";
import { searchPreview, socialPreview, type PreviewInput } from "./search-preview";

const input = (given: Partial<PreviewInput> = {}): PreviewInput => ({
  siteName: "Mental Health Network",
  siteUrl: "https://example.org",
  path: "/news/a-first-session",
  headline: "A first session",
  excerpt: "What happens in the first hour, what to bring, and what you may ask before you decide.",
  seoTitle: null,
  seoDescription: null,
  ...given,
});

describe("a search result", () => {
  it("shows headline and excerpt where nothing else was written", () => {
    expect(searchPreview(input())).toMatchObject({
      title: { text: "A first session · Mental Health Network", cut: false, limit: 561 },
      description: { text: input().excerpt, cut: false },
      crumbs: "example.org › news › a-first-session",
      warnings: [],
    });
  });

  it("prefers what was written for it", () => {
    const { title, description } = searchPreview(input({ seoTitle: "First sessions", seoDescription: "x".repeat(70) }));
    expect(title.text).toBe("First sessions · Mental Health Network");
    expect(description.text).toBe("x".repeat(70));
  });

  it("leaves the site's name out of a long title, and warns of what is cut", () => {
    const long = "What couples therapy can change in a long marriage and what it leaves as it was before";
    const { title, warnings } = searchPreview(input({ headline: long }));
    expect(title).toMatchObject({ cut: true });
    expect(title.text).not.toContain("Network");
    expect(title.pixels).toBeGreaterThan(561);
    expect(warnings).toEqual([expect.stringContaining("title is cut")]);
  });

  it("warns of descriptions that are too long, too short or not there", () => {
    const warning = (excerpt: string) => searchPreview(input({ excerpt })).warnings;
    expect(warning("words ".repeat(40))).toEqual(["The description is cut off."]);
    expect(warning("Short.")).toEqual([expect.stringContaining("short")]);
    expect(warning(" ")).toEqual([expect.stringContaining("no description")]);
  });
});

describe("the card of a shared link", () => {
  it("has the title without the site's name", () => {
    expect(socialPreview(input({ excerpt: "word ".repeat(60) }))).toEqual({
      title: "A first session",
      description: expect.stringMatching(/^(word ){31}word…$/) as string,
      host: "example.org",
    });
  });
});
