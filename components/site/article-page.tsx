import type { ReactElement, ReactNode } from "react";
import type { Graph } from "schema-dts";
import type { HelplineView } from "@/lib/helplines/types";
import type { MediaView } from "@/lib/media/types";
import type { ArticleCard, ArticleView, Neighbours } from "@/lib/publications/types";
import { outlineOf } from "@/lib/richtext/outline";
import { adPositions } from "@/lib/richtext/sections";
import type { Crumb } from "@/lib/seo/crumbs";
import type { PageHead } from "@/lib/seo/page-head";
import type { SiteFrame } from "@/lib/site-frame/types";
import { absoluteUrl, articlePath } from "@/lib/urls";
import { AdSlot } from "./ad-slot";
import { ArticleBody } from "./article-body";
import { ArticleContents, hasContents } from "./article-contents";
import { ArticleCover } from "./article-cover";
import { ArticleTags, PostNeighbours, ShareLinks } from "./article-end";
import { ArticleHeader } from "./article-header";
import { MoreStories } from "./more-stories";
import { SideColumn } from "./side-column";
import { SiteShell } from "./site-shell";

type ArticlePageProps = {
  frame: SiteFrame;
  head: PageHead;
  article: ArticleView;
  crumbs: readonly Crumb[];
  /** What the body refers to. */
  text: { media: ReadonlyMap<number, MediaView>; helplines: readonly HelplineView[] };
  /** Where to go from here. */
  next: { neighbours: Neighbours; related: readonly ArticleCard[]; more: readonly ArticleCard[] };
  sideCategories: { lead: string; list: string };
  /** Said above everything: that this is a preview. */
  notice?: ReactNode;
  /** For search engines; a preview has none. */
  graph?: Graph;
};

/** The whole page of an article. */
export function ArticlePage(props: ArticlePageProps): ReactElement {
  const { frame, head, article, text, next, sideCategories, notice, crumbs, graph } = props;
  const { timeZone, contactEmail } = frame.settings;
  const outline = outlineOf(article.body);
  // Somebody who was warned of a hard subject is sold nothing beside it.
  const withAdvertisements = article.contentNote === null;
  return (
    <SiteShell frame={frame} current={article.categorySlug} head={head} graph={graph}>
      {notice}
      <div className="wrap" data-category={article.categorySlug}>
        <div className={hasContents(outline) ? "article article--toc" : "article"}>
          <article className="article__self">
            <ArticleHeader article={article} crumbs={crumbs} timeZone={timeZone} />
            <ArticleCover article={article} />
            <ArticleContents outline={outline} />
            <div className="article__text">
              <ArticleBody
                doc={article.body}
                citations={article.citations}
                media={text.media}
                helplines={text.helplines}
                contactEmail={contactEmail}
                adAfter={withAdvertisements ? inlineAdvertisements(article, frame) : undefined}
              />
              <ArticleTags tags={article.tags} />
              <ShareLinks url={absoluteUrl(articlePath(article))} title={article.headline} />
              <PostNeighbours {...next.neighbours} />
            </div>
          </article>
          <SideColumn
            frame={frame}
            categories={sideCategories}
            exceptArticleId={article.articleId}
            withAdvertisements={withAdvertisements}
          />
        </div>
        <MoreStories id="related-posts" title="Related posts" cards={next.related} timeZone={timeZone} layout="row" />
        <MoreStories id="more-to-read" title="More to read" cards={next.more} timeZone={timeZone} layout="card" />
      </div>
    </SiteShell>
  );
}

function inlineAdvertisements(article: ArticleView, { advertisements }: SiteFrame): Map<number, ReactNode> {
  // Finding places means counting words; most of the time nothing is to be placed.
  if (!advertisements.some(({ slot }) => slot === "article-inline")) return new Map();
  return new Map(
    adPositions(article.body).map((position, index) => [
      position,
      <AdSlot key={position} slot="article-inline" advertisements={advertisements} index={index} />,
    ]),
  );
}
