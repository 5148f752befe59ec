import type { ReactElement, ReactNode } from "react";
import type { Graph } from "schema-dts";
import { ArticlePage } from "@/components/site/article-page";
import { listHelplines } from "@/lib/helplines/queries";
import { findMedia } from "@/lib/media/queries";
import { findNeighbours } from "@/lib/publications/queries/article";
import { listRelated } from "@/lib/publications/queries/related";
import type { ArticleCard, ArticleView } from "@/lib/publications/types";
import { mediaIds } from "@/lib/richtext/media-references";
import { articleCrumbs, type Crumb } from "@/lib/seo/crumbs";
import type { PageHead } from "@/lib/seo/page-head";
import type { SiteSettings } from "@/lib/settings/schema";
import { sideColumnCategories } from "@/lib/site-frame/queries";
import { readFrame } from "./site-frame";

const relatedSize = 9;
const moreSize = 3;
const neighbourCount = 2;

type ArticleScreen = {
  head: (site: SiteSettings) => PageHead;
  notice?: ReactNode;
  graph?: (site: SiteSettings, crumbs: readonly Crumb[]) => Graph;
};

/**
 * The whole page of an article, with what is read along with it. The public address and the preview of a working copy
 * both answer with this, so that a preview can't differ from what readers get.
 */
export async function articleScreen(
  article: ArticleView,
  { head, notice, graph }: ArticleScreen,
): Promise<ReactElement> {
  const frame = await readFrame();
  const crumbs = articleCrumbs(article, frame.categories);
  const archive = { articles: frame.articles, perTag: new Map(frame.tags.map((tag) => [tag.id, tag.articles])) };
  const [neighbours, kin, media, helplines] = await Promise.all([
    findNeighbours(article),
    listRelated(article, archive, relatedSize + neighbourCount),
    findMedia(mediaIds(article.body)),
    article.body.content.some(({ type }) => type === "crisisHelp") ? listHelplines() : [],
  ]);
  const beside = [neighbours.previous, neighbours.next].filter((link) => link !== null);
  const related = without(kin, beside).slice(0, relatedSize);
  const more = without(frame.newest, [article, ...beside, ...related, ...frame.latest]).slice(0, moreSize);
  return (
    <ArticlePage
      frame={frame}
      head={head(frame.settings)}
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

function without(cards: ArticleCard[], shown: readonly { articleId: number }[]): ArticleCard[] {
  const ids = new Set(shown.map(({ articleId }) => articleId));
  return cards.filter(({ articleId }) => !ids.has(articleId));
}
