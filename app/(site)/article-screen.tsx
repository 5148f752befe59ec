import type { ReactElement, ReactNode } from "react";
import type { Graph } from "schema-dts";
import { ArticlePage } from "@/components/site/article-page";
import { listHelplines } from "@/lib/helplines/queries";
import { findMedia } from "@/lib/media/queries";
import { findNeighbours } from "@/lib/publications/queries/article";
import { listLatest } from "@/lib/publications/queries/lists";
import { listRelated } from "@/lib/publications/queries/related";
import type { ArticleView } from "@/lib/publications/types";
import { mediaIds } from "@/lib/richtext/media-references";
import { articleCrumbs, type Crumb } from "@/lib/seo/crumbs";
import type { SiteSettings } from "@/lib/settings/schema";
import { getSiteFrame, sideColumnCategories } from "@/lib/site-frame/queries";

const relatedSize = 9;
const moreSize = 3;

/**
 * The whole page of an article, with what is read along with it. The public address and the preview of a working copy
 * both answer with this, so that a preview can't differ from what readers get.
 */
export async function articleScreen(
  article: ArticleView,
  { notice, graph }: { notice?: ReactNode; graph?: (site: SiteSettings, crumbs: readonly Crumb[]) => Graph },
): Promise<ReactElement> {
  const frame = await getSiteFrame();
  const crumbs = articleCrumbs(article, frame.categories);
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
      crumbs={crumbs}
      text={{ media, helplines }}
      next={{ neighbours, related, more }}
      sideCategories={sideColumnCategories}
      notice={notice}
      graph={graph?.(frame.settings, crumbs)}
    />
  );
}
