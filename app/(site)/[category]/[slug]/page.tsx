import { findArticle } from "@/lib/publications/queries/article";
import type { ArticleView } from "@/lib/publications/types";
import { categoryFeed } from "@/lib/seo/feed-links";
import { pageHead, type PageHead } from "@/lib/seo/page-head";
import { articleGraph } from "@/lib/seo/structured-data/graphs";
import { capitalized } from "@/lib/seo/text";
import type { SiteSettings } from "@/lib/settings/schema";
import { absoluteUrl, articleMarkdownPath, articlePath, authorPath } from "@/lib/urls";
import { noSuchPage, orNotFound } from "@/lib/web/or-not-found";
import { articleScreen } from "../../article-screen";
import { readerPage } from "../../reader-page";

type Props = { params: Promise<{ category: string; slug: string }> };

export default readerPage(async ({ params }: Props) => {
  const { category, slug } = await params;
  const article = await orNotFound(findArticle(slug));
  // Under another category it has no page. Where that address leads is looked up as for any other: it may be the old one
  // of another article, whose slug this one has now.
  if (article.categorySlug !== category) noSuchPage();
  return articleScreen(article, {
    head: (site) => articleHead(article, site),
    graph: (site, crumbs) => articleGraph(site, article, articlePath(article), crumbs),
  });
});

function articleHead(article: ArticleView, site: SiteSettings): PageHead {
  return pageHead({
    site,
    title: article.seoTitle ?? article.headline,
    description: article.seoDescription ?? article.excerpt,
    path: articlePath(article),
    canonicalUrl: article.canonicalUrl,
    noindex: article.noindex,
    image: article.cover,
    category: article.categorySlug,
    feeds: [categoryFeed({ slug: article.categorySlug, name: article.categoryName })],
    markdownPath: site.machineText ? articleMarkdownPath(article) : null,
    article: {
      publishedAt: article.publishedAt,
      modifiedAt: article.modifiedAt,
      section: capitalized(article.categoryName),
      tags: article.tags.map(({ name }) => name),
      authorUrls: article.authors.map(({ slug: author }) => absoluteUrl(authorPath(author))),
    },
  });
}
