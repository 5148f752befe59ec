import type { ReactElement } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import { StoryCard } from "./story-card";

const sizes = { lead: "(min-width: 80rem) 52rem, (min-width: 60rem) 62vw, 100vw", top: "7.5rem" };

type HomeTopProps = { lead: ArticleCard; top: readonly ArticleCard[]; timeZone: string };

/** The opening of the home page: one story large, four beside it. */
export function HomeTop({ lead, top, timeZone }: HomeTopProps): ReactElement {
  return (
    <div className="home-top">
      <StoryCard card={lead} timeZone={timeZone} heading="h2" layout="lead" sizes={sizes.lead} priority />
      {top.length > 0 && (
        <section className="home-top__more" aria-labelledby="top-stories">
          <h2 className="section-title" id="top-stories">
            Top stories
          </h2>
          <ul>
            {top.map((card) => (
              <li key={card.articleId}>
                <StoryCard
                  card={card}
                  timeZone={timeZone}
                  heading="h3"
                  layout="row"
                  sizes={sizes.top}
                  withExcerpt={false}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
