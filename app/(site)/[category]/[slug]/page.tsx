import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ArticlePage } from "@/components/site/article-page";
import { listHelplines } from "@/lib/helplines/queries";
import { findMedia } from "@/lib/media/queries";
import { findArticle, findNeighbours } from "@/lib/publications/queries/article";
import { listLatest } from "@/lib/publications/queries/lists";
import { listRelated } from "@/lib/publications/queries/related";
import type { ArticleView } from "@/lib/publications/types";
import { mediaIds } from "@/lib/richtext/media-references";
import { pageMetadata } from "@/lib/seo/metadata";
import { capitalized } from "@/lib/seo/text";
import { getSiteFrame, sideColumnCategories } from "@/lib/site-frame/queries";
import { absoluteUrl, articlePath, authorPath } from "@/lib/urls";
import { orNotFound } from "@/lib/web/or-not-found";
import { readerMetadata, readerPage } from "../../reader-page";

type Props = { params: Promise<{ category: string; slug: string }> };

const relatedSize = 9;
const moreSize = 3;

const readArticle = cache(async (category: string, slug: string): Promise<ArticleView> => {
  const article = await orNotFound(findArticle(slug));
  if (article.categorySlug !== category) permanentRedirect(articlePath(article));
  return article;
});

export const generateMetadata = readerMetadata(async ({ params }: Props) => {
  const { category, slug } = await params;
  const [article, { settings }] = await Promise.all([readArticle(category, slug), getSiteFrame()]);
  return pageMetadata({
    siteName: settings.name,
    title: article.seoTitle ?? article.headline,
    description: article.seoDescription ?? article.excerpt,
    path: articlePath(article),
    canonicalUrl: article.canonicalUrl,
    noindex: article.noindex,
    image: article.cover,
    article: {
      publishedAt: article.publishedAt,
      modifiedAt: article.modifiedAt,
      section: capitalized(article.categoryName),
      tags: article.tags.map(({ name }) => name),
      authorUrls: article.authors.map(({ slug: author }) => absoluteUrl(authorPath(author))),
    },
  });
});

export default readerPage(async ({ params }: Props) => {
  const { category, slug } = await params;
  const [article, frame] = await Promise.all([readArticle(category, slug), getSiteFrame()]);
  const [neighbours, media, helplines] = await Promise.all([
    findNeighbours(article),
    findMedia(mediaIds(article.body)),
    article.body.content.some(({ type }) => type === "crisisHelp") ? listHelplines() : [],
  ]);
  const beside = [neighbours.previous, neighbours.next].flatMap((link) => (link ? [link.articleId] : []));
  const archive = { articles: frame.articles, perTag: new Map(frame.tags.map((tag) => [tag.id, tag.articles])) };
  const related = await listRelated(article, archive, relatedSize, beside);
  const shown = [article, ...related, ...frame.latest].map(({ articleId }) => articleId);
  const more = await listLatest(moreSize, [...shown, ...beside]);
  return (
    <ArticlePage
      frame={frame}
      article={article}
      text={{ media, helplines }}
      next={{ neighbours, related, more }}
      sideCategories={sideColumnCategories}
    />
  );
});
