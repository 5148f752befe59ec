import type { Article, MedicalWebPage, NewsArticle, WebPage } from "schema-dts";
import { isoDay, isoMoment } from "@/lib/dates";
import { searchImages } from "@/lib/media/search-images";
import type { ArticleView } from "@/lib/publications/types";
import { numberReferences } from "@/lib/richtext/references";
import type { Crumb } from "@/lib/seo/crumbs";
import { capitalized } from "@/lib/seo/text";
import { articlePath } from "@/lib/urls";
import { author } from "./author";
import { citedWork } from "./citation";
import type { DescribedSite } from "./described-site";
import { idOf, organizationId, refer } from "./node-ids";
import { pageFacts } from "./web-page";

/** Articles of this category are reports. */
const newsCategory = "news";
/** Pixels (developers.google.com/search/docs/appearance/google-discover). */
const narrowestImage = 1200;

/**
 * The text of an article (developers.google.com/search/docs/appearance/structured-data/article). Nobody is named as its
 * editor in public, so the magazine stands for its editors, as it does for its publisher.
 */
export function article(site: DescribedSite, view: ArticleView): Article | NewsArticle {
  const path = articlePath(view);
  return {
    "@type": view.categorySlug === newsCategory ? "NewsArticle" : "Article",
    "@id": idOf(path, "article"),
    mainEntityOfPage: refer(idOf(path, "webpage")),
    headline: view.headline,
    ...(view.excerpt ? { description: view.excerpt } : {}),
    datePublished: isoMoment(view.publishedAt, site.timeZone),
    dateModified: isoMoment(view.modifiedAt, site.timeZone),
    author: view.authors.map(author),
    editor: refer(organizationId()),
    publisher: refer(organizationId()),
    articleSection: capitalized(view.categoryName),
    wordCount: view.wordCount,
    inLanguage: site.language,
    isAccessibleForFree: true,
    ...imagesOf(view),
    ...(view.tags.length > 0 ? { keywords: view.tags.map(({ name }) => name) } : {}),
    ...citationsOf(view),
  };
}

/** Its page. What a desk does is no clinical review: only a person who reviewed makes it a medical page. */
export function articlePage(
  site: DescribedSite,
  view: ArticleView,
  crumbs: readonly Crumb[],
): MedicalWebPage | WebPage {
  const facts = pageFacts(site, { path: articlePath(view), name: view.headline, crumbs });
  const { reviewer, reviewedAt } = view;
  if (reviewer?.kind !== "person") return { "@type": "WebPage", ...facts };
  return {
    "@type": "MedicalWebPage",
    ...facts,
    ...(reviewedAt ? { lastReviewed: isoDay(reviewedAt, site.timeZone) } : {}),
    reviewedBy: author(reviewer),
  };
}

function imagesOf({ cover }: ArticleView): Pick<NewsArticle, "image"> {
  const images = cover ? searchImages(cover).filter(({ width }) => width >= narrowestImage) : [];
  if (images.length === 0) return {};
  return {
    image: images.map(({ url, width, height }) => ({
      "@type": "ImageObject",
      url,
      width: `${width}`,
      height: `${height}`,
    })),
  };
}

/** The works that the text refers to, numbered as the page numbers them; what only stands in the list is not cited. */
function citationsOf({ body, citations }: ArticleView): Pick<NewsArticle, "citation"> {
  const byId = new Map(citations.map((citation) => [citation.id, citation]));
  const cited = numberReferences(body).order.flatMap((key) => byId.get(key) ?? []);
  return cited.length > 0 ? { citation: cited.map(citedWork) } : {};
}
