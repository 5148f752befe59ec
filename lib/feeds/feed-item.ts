/** An article as an item of a feed. Pure. */
import type { ArticleView } from "@/lib/publications/types";
import { escapeHtml } from "@/lib/richtext/renditions/html-inline";
import { figureHtml, richTextHtml } from "@/lib/richtext/renditions/html";
import { capitalized } from "@/lib/seo/text";
import { absoluteUrl, articlePath, authorPath } from "@/lib/urls";
import { renditionContext, renditionPicture, type ArticleSurroundings } from "./article-context";
import { articleFeedId } from "./ids";
import type { FeedCategory, FeedImage, FeedItem } from "./types";

export function feedItem(article: ArticleView, surroundings: ArticleSurroundings): FeedItem {
  return {
    id: articleFeedId(absoluteUrl(""), article.articleId),
    url: absoluteUrl(articlePath(article)),
    title: article.headline,
    summary: article.excerpt,
    html: articleHtml(article, surroundings),
    publishedAt: article.publishedAt,
    updatedAt: article.modifiedAt,
    authors: article.authors.map(({ name, slug }) => ({ name, url: absoluteUrl(authorPath(slug)) })),
    categories: categoriesOf(article),
    image: imageOf(article),
  };
}

/** What the page shows between its headline and its end: picture, content note, body with references. */
function articleHtml(article: ArticleView, surroundings: ArticleSurroundings): string {
  const { cover, coverCaption, contentNote, body } = article;
  const caption = [coverCaption, cover?.credit].filter(Boolean).join(" ");
  return [
    cover ? figureHtml(renditionPicture(cover), cover.alt, caption) : "",
    contentNote === null ? "" : `<p><strong>Content note</strong> ${escapeHtml(contentNote)}</p>`,
    richTextHtml(body, renditionContext(article, surroundings)),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** The category first, then the tags. */
function categoriesOf({ categorySlug, categoryName, tags }: ArticleView): FeedCategory[] {
  const category = { term: categorySlug, label: capitalized(categoryName), scheme: absoluteUrl("/") };
  const scheme = absoluteUrl("/tag/");
  return [category, ...tags.map(({ slug, name }) => ({ term: slug, label: name, scheme }))];
}

function imageOf({ cover }: ArticleView): FeedImage | null {
  if (!cover) return null;
  const { src, width, height, credit } = renditionPicture(cover);
  return { url: src, width, height, type: "image/jpeg", alt: cover.alt, credit };
}
