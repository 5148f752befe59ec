import type { ReactElement } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import type { SnippetPart } from "@/lib/search/snippet";
import { articlePath } from "@/lib/urls";
import { MetaLine } from "./meta-line";
import { Picture } from "./picture";

type SearchHitsProps = { hits: readonly (ArticleCard & { snippet: readonly SnippetPart[] })[]; timeZone: string };

/** What a search found, each with the place in its text where the words stand. */
export function SearchHits({ hits, timeZone }: SearchHitsProps): ReactElement {
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <li key={hit.articleId}>
          <article className="story story--hit" data-category={hit.categorySlug}>
            <div className="story__text">
              <p className="kicker">{hit.categoryName}</p>
              <h2 className="story__headline">
                <a href={articlePath(hit)}>{hit.headline}</a>
              </h2>
              <p className="story__excerpt">
                {hit.snippet.length > 0 ? (
                  <>
                    … <Snippet parts={hit.snippet} /> …
                  </>
                ) : (
                  hit.excerpt
                )}
              </p>
              <MetaLine publishedAt={hit.publishedAt} timeZone={timeZone} readingMinutes={hit.readingMinutes} />
            </div>
            {hit.cover && (
              <div className="story__picture">
                <Picture media={hit.cover} alt={hit.cover.alt} sizes="(min-width: 40rem) 12rem, 7.5rem" />
              </div>
            )}
          </article>
        </li>
      ))}
    </ol>
  );
}

function Snippet({ parts }: { parts: readonly SnippetPart[] }): ReactElement[] {
  return parts.map(({ text, match }, index) =>
    match ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
