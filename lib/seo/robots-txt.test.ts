import { describe, expect, it } from "vitest";
import { robotsTxt } from "./robots-txt";

const sitemaps = ["https://example.org/sitemap.xml", "https://example.org/news-sitemap.xml"];

describe("robots.txt", () => {
  it("opens the magazine, closes the desk, and names the sitemaps", () => {
    expect(robotsTxt({ closed: false, sitemaps })).toBe(
      [
        "User-agent: *",
        "Disallow: /admin",
        "Disallow: /api/",
        "Disallow: /preview/",
        "",
        "Sitemap: https://example.org/sitemap.xml",
        "Sitemap: https://example.org/news-sitemap.xml",
        "",
      ].join("\n"),
    );
  });

  it("closes everything on a site for trying things out, and names nothing", () => {
    expect(robotsTxt({ closed: true, sitemaps })).toBe("User-agent: *\nDisallow: /\n");
  });
});
