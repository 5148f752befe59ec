import type { ReactElement } from "react";
import type { PageOf } from "@/lib/pagination";
import type { ArticleCard } from "@/lib/publications/types";
import { Pagination } from "./pagination";
import { StoryCard } from "./story-card";

const sizes = {
  card: "(min-width: 80rem) 24rem, (min-width: 60rem) 30vw, (min-width: 40rem) 45vw, 7.5rem",
  feature: "(min-width: 80rem) 52rem, (min-width: 60rem) 62vw, 92vw",
};

type StoryListProps = {
  list: PageOf<ArticleCard>;
  timeZone: string;
  pathOf: (page: number) => string;
  /** The first page opens with its newest story larger than the rest. */
  withFeature?: boolean;
  withCategory?: boolean;
};

/** A page of cards and the way to the others. */
export function StoryList({
  list,
  timeZone,
  pathOf,
  withFeature = false,
  withCategory = true,
}: StoryListProps): ReactElement {
  const hasFeature = withFeature && list.page === 1 && list.items.length > 2;
  return (
    <>
      <ul className={hasFeature ? "story-grid story-grid--featured" : "story-grid"}>
        {list.items.map((card, index) => {
          const isFeature = hasFeature && index === 0;
          return (
            <li key={card.articleId}>
              <StoryCard
                card={card}
                timeZone={timeZone}
                heading="h2"
                layout={isFeature ? "feature" : "card"}
                sizes={isFeature ? sizes.feature : sizes.card}
                withCategory={withCategory}
                priority={index === 0}
              />
            </li>
          );
        })}
      </ul>
      <Pagination page={list.page} pages={list.pages} pathOf={pathOf} />
    </>
  );
}
