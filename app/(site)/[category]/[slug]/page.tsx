import { cache } from "react";
import { findArticle } from "@/lib/publications/queries/article";
import type { ArticleView } from "@/lib/publications/types";
import { categoryFeed } from "@/lib/seo/feed-links";
import { pageMetadata } from "@/lib/seo/metadata";
import { articleGraph } from "@/lib/seo/structured-data/graphs";
import { capitalized } from "@/lib/seo/text";
import { absoluteUrl, articleMarkdownPath, articlePath, authorPath } from "@/lib/urls";
import { noSuchPage, orNotFound } from "@/lib/web/or-not-found";
import { articleScreen } from "../../article-screen";
import { readerMetadata, readerPage } from "../../reader-page";
import { readFrame } from "../../site-frame";

type Props = { params: Promise<{ category: string; slug: string }> };

const readArticle = cache(async (category: string, slug: string): Promise<ArticleView> => {
  const article = await orNotFound(findArticle(slug));
  // Under another category it has no page. Where that address leads is looked up as for any other: it may be the old one
  // of another article, whose slug this one has now.
  return article.categorySlug === category ? article : noSuchPage();
});

export const generateMetadata = readerMetadata(async ({ params }: Props) => {
  const { category, slug } = await params;
  const [article, { settings }] = await Promise.all([readArticle(category, slug), readFrame()]);
  return pageMetadata({
    site: settings,
    title: article.seoTitle ?? article.headline,
    description: article.seoDescription ?? article.excerpt,
    path: articlePath(article),
    canonicalUrl: article.canonicalUrl,
    noindex: article.noindex,
    image: article.cover,
    category: article.categorySlug,
    feeds: [categoryFeed({ slug: article.categorySlug, name: article.categoryName })],
    markdownPath: settings.machineText ? articleMarkdownPath(article) : null,
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
  const article = await readArticle(category, slug);
  return articleScreen(article, {
    graph: (site, crumbs) => articleGraph(site, article, articlePath(article), crumbs),
  });
});
