import type { ReactElement } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import { articlePath } from "@/lib/urls";
import { MetaLine } from "./meta-line";
import { Picture } from "./picture";

type StoryCardProps = {
  card: ArticleCard;
  timeZone: string;
  /** Level of the headline in the page's outline. */
  heading: "h2" | "h3";
  /** How the card is laid out (cards.css); "card" is picture above text. */
  layout?: "card" | "lead" | "feature" | "row";
  /** Width of the picture on the page; null for a card without one. */
  sizes: string | null;
  withExcerpt?: boolean;
  /** Left out where the surroundings already say it. */
  withCategory?: boolean;
  /** For the one card whose picture is in sight when the page opens. */
  priority?: boolean;
};

/**
 * An article in a list. The headline's link covers the whole card, so there is one link and one thing to press. Words
 * come before the picture in the document, whatever the layout shows first.
 */
export function StoryCard({
  card,
  timeZone,
  heading: Heading,
  layout = "card",
  sizes,
  withExcerpt = true,
  withCategory = true,
  priority = false,
}: StoryCardProps): ReactElement {
  const hasPicture = sizes !== null && card.cover !== null;
  return (
    <article className={`story story--${layout}`} data-category={card.categorySlug}>
      <div className="story__text">
        {withCategory && <p className="kicker">{card.categoryName}</p>}
        <Heading className="story__headline">
          <a href={articlePath(card)}>{card.headline}</a>
        </Heading>
        {withExcerpt && card.excerpt && <p className="story__excerpt">{card.excerpt}</p>}
        <MetaLine publishedAt={card.publishedAt} timeZone={timeZone} readingMinutes={card.readingMinutes} />
      </div>
      {hasPicture && card.cover && (
        <div className="story__picture">
          <Picture media={card.cover} alt={card.cover.alt} sizes={sizes} priority={priority} />
        </div>
      )}
    </article>
  );
}
