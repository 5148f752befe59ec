import type { ReactElement } from "react";
import { monthAndYear } from "@/lib/dates";
import type { ArticleLink } from "@/lib/publications/types";
import { articlePath } from "@/lib/urls";

export type DatedLink = ArticleLink & { publishedAt: Date };

/** Headlines by month, newest month first. The entries come newest first. */
export function ArchiveMonths({
  entries,
  timeZone,
}: {
  entries: readonly DatedLink[];
  timeZone: string;
}): ReactElement {
  const months = Map.groupBy(entries, ({ publishedAt }) => monthAndYear(publishedAt, timeZone));
  return (
    <div className="archive-months">
      {[...months].map(([month, articles]) => (
        <div className="archive-month" key={month}>
          <h3 className="archive-month__name">{month}</h3>
          <ul>
            {articles.map((article) => (
              <li key={article.articleId}>
                <a href={articlePath(article)}>{article.headline}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
