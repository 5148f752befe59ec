import type { ReactElement } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import type { CategoryLink, SiteFrame } from "@/lib/site-frame/types";
import { AdSlot } from "./ad-slot";
import { CategoryBlock, CategoryHeadlines } from "./category-block";
import { HeadlineList } from "./headline-list";

/** Stories per block. */
const blockSize = 5;

type SideColumnProps = {
  frame: SiteFrame;
  /** Slugs of the categories with a block: the first with pictures, the second as headlines. */
  categories: { lead: string; list: string };
  /** The article beside which it stands: it does not recommend itself. */
  exceptArticleId: number;
  withAdvertisements: boolean;
};

/** What else there is, beside an article. */
export function SideColumn({ frame, categories, exceptArticleId, withAdvertisements }: SideColumnProps): ReactElement {
  const { timeZone } = frame.settings;
  const others = (cards: readonly ArticleCard[]): ArticleCard[] =>
    cards.filter((card) => card.articleId !== exceptArticleId).slice(0, blockSize);
  const category = (slug: string): CategoryLink | undefined => frame.categories.find((known) => known.slug === slug);
  const lead = category(categories.lead);
  const list = category(categories.list);
  return (
    <aside className="side-column" aria-label="More from the magazine">
      {lead && (
        <CategoryBlock
          category={lead}
          cards={others(frame.blocks[lead.slug] ?? [])}
          timeZone={timeZone}
          sizes="(min-width: 64rem) 19rem, (min-width: 40rem) 45vw, 7.5rem"
        />
      )}
      {withAdvertisements && <AdSlot slot="article-side" advertisements={frame.advertisements} />}
      {list && <CategoryHeadlines category={list} cards={others(frame.blocks[list.slug] ?? [])} timeZone={timeZone} />}
      <section className="topic" aria-labelledby="side-latest">
        <h2 className="topic__title" id="side-latest">
          Latest posts
        </h2>
        <HeadlineList cards={others(frame.latest)} timeZone={timeZone} heading="h3" />
      </section>
    </aside>
  );
}
