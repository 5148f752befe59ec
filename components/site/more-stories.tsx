import type { ReactNode } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import { StoryCard } from "./story-card";

type MoreStoriesProps = {
  id: string;
  title: string;
  cards: readonly ArticleCard[];
  timeZone: string;
  /** "row" is small, with the picture beside the words; "card" has it above them. */
  layout: "card" | "row";
};

const sizes = {
  card: "(min-width: 80rem) 24rem, (min-width: 60rem) 30vw, (min-width: 40rem) 45vw, 7.5rem",
  row: "7.5rem",
};

/** Where to go after an article. */
export function MoreStories({ id, title, cards, timeZone, layout }: MoreStoriesProps): ReactNode {
  if (cards.length === 0) return null;
  return (
    <section className="more-stories" aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {title}
      </h2>
      <ul className={`story-grid story-grid--${layout}`}>
        {cards.map((card) => (
          <li key={card.articleId}>
            <StoryCard
              card={card}
              timeZone={timeZone}
              heading="h3"
              layout={layout}
              sizes={sizes[layout]}
              withExcerpt={layout === "card"}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
