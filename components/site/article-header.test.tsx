import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { articleCrumbs } from "@/lib/seo/crumbs";
import { articleGraph } from "@/lib/seo/structured-data/graphs";
import { sampleArticle, sampleSite } from "@/lib/seo/structured-data/testing/sample-article";
import { absoluteUrl, articlePath } from "@/lib/urls";
import { ArticleHeader } from "./article-header";

/** The sample content invents no clinicians, so the page of an article that one reviewed is compared here. */
describe("the head of an article that a clinician reviewed", () => {
  const crumbs = articleCrumbs(sampleArticle, []);
  const html = renderToStaticMarkup(
    <ArticleHeader article={sampleArticle} crumbs={crumbs} timeZone={sampleSite.timeZone} />,
  );
  const nodes = articleGraph(sampleSite, sampleArticle, articlePath(sampleArticle), crumbs)["@graph"];
  const node = (type: string): Record<string, unknown> =>
    nodes.find((candidate) => typeof candidate === "object" && candidate["@type"] === type) as never;
  const review = /<p class="article-head__review">(.*?)<\/p>/.exec(html)?.[1] ?? "";

  it("shows who reviewed it and when, as the structured data says", () => {
    const { lastReviewed, reviewedBy } = node("MedicalWebPage") as {
      lastReviewed: string;
      reviewedBy: { name: string; url: string };
    };
    expect(review).toMatch(/^Reviewed by/);
    expect(review).toContain(`>${reviewedBy.name}</a>`);
    expect(absoluteUrl(/href="([^"]*)"/.exec(review)?.[1] ?? "")).toBe(reviewedBy.url);
    expect(review).toContain(`<time dateTime="${lastReviewed}">November 15, 2026</time>`);
  });

  it("shows the dates of the structured data, in the site's zone", () => {
    const shown = [...html.matchAll(/<time dateTime="([^"]*)">/g)].map(([, moment]) => moment);
    const { datePublished, dateModified, headline } = node("Article");
    expect(shown.slice(0, 2)).toEqual([datePublished, dateModified]);
    expect(headline).toBe(sampleArticle.headline);
  });

  it("calls the work of a desk by its name", () => {
    const reviewer = { slug: "sources-desk", name: "Sources desk", credentials: null, kind: "desk" } as const;
    const checked = renderToStaticMarkup(
      <ArticleHeader article={{ ...sampleArticle, reviewer }} crumbs={crumbs} timeZone={sampleSite.timeZone} />,
    );
    expect(checked).toContain("Sources checked by");
    expect(checked).not.toContain("Reviewed by");
  });
});
