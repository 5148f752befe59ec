import type { ReactElement } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import type { TagWeight } from "@/lib/site-frame/types";
import { HeadlineList } from "./headline-list";
import { TagCloud } from "./tag-cloud";

type HomeLatestProps = { cards: readonly ArticleCard[]; tags: readonly TagWeight[]; timeZone: string };

/** A band across the page: what else is new, and every subject. */
export function HomeLatest({ cards, tags, timeZone }: HomeLatestProps): ReactElement {
  return (
    <div className="home-band">
      <div className="wrap home-band__grid">
        {cards.length > 0 && (
          <section className="home-band__latest" aria-labelledby="latest-posts">
            <h2 className="section-title" id="latest-posts">
              Latest posts
            </h2>
            <HeadlineList cards={cards} timeZone={timeZone} heading="h3" withCategory />
          </section>
        )}
        {tags.length > 0 && (
          <nav className="home-band__tags" aria-labelledby="topics">
            <h2 className="section-title" id="topics">
              Topics
            </h2>
            <TagCloud tags={tags} />
          </nav>
        )}
      </div>
    </div>
  );
}
