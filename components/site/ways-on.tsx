import type { ReactElement, ReactNode } from "react";
import type { SiteFrame } from "@/lib/site-frame/types";
import { categoryPath } from "@/lib/urls";
import { HeadlineList } from "./headline-list";
import { TagCloud } from "./tag-cloud";

/** The most used tags, so that the cloud helps and does not overwhelm. */
const tagCount = 16;

type WaysOnProps = { frame: SiteFrame; children?: ReactNode };

/** Other ways on, for a search without results, an empty one, and an address that leads nowhere. */
export function WaysOn({ frame, children }: WaysOnProps): ReactElement {
  const { categories, tags, latest, settings } = frame;
  const frequent = new Set(
    [...tags]
      .sort((a, b) => b.articles - a.articles)
      .slice(0, tagCount)
      .map(({ id }) => id),
  );
  return (
    <div className="ways-on">
      {children}
      <section aria-labelledby="ways-categories">
        <h2 className="section-title" id="ways-categories">
          Browse the sections
        </h2>
        <ul className="category-links">
          {categories.map(({ slug, name, description }) => (
            <li key={slug} data-category={slug}>
              <a href={categoryPath(slug)}>{name}</a>
              <p>{description}</p>
            </li>
          ))}
        </ul>
      </section>
      <div className="ways-on__side">
        <section aria-labelledby="ways-latest">
          <h2 className="section-title" id="ways-latest">
            Latest posts
          </h2>
          <HeadlineList cards={latest.slice(0, 5)} timeZone={settings.timeZone} heading="h3" />
        </section>
        <nav aria-labelledby="ways-topics">
          <h2 className="section-title" id="ways-topics">
            Often read about
          </h2>
          <TagCloud tags={tags.filter(({ id }) => frequent.has(id))} />
        </nav>
      </div>
    </div>
  );
}
