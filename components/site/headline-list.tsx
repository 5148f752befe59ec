import type { ReactElement } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import { articlePath } from "@/lib/urls";
import { MetaLine } from "./meta-line";

type HeadlineListProps = {
  cards: readonly ArticleCard[];
  timeZone: string;
  /** Level of the headlines in the page's outline. */
  heading: "h3" | "h4";
  /** Where articles of several categories are listed. */
  withCategory?: boolean;
};

/** Headlines with their dates, between hairlines. */
export function HeadlineList({
  cards,
  timeZone,
  heading: Heading,
  withCategory = false,
}: HeadlineListProps): ReactElement {
  return (
    <ul className="headlines">
      {cards.map((card) => (
        <li key={card.articleId} data-category={card.categorySlug}>
          {withCategory && <p className="kicker">{card.categoryName}</p>}
          <Heading className="headlines__headline">
            <a href={articlePath(card)}>{card.headline}</a>
          </Heading>
          <MetaLine publishedAt={card.publishedAt} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}
