import type { ReactElement } from "react";
import type { CategoryLink } from "@/lib/site-frame/types";
import { searchResultsPath } from "@/lib/urls";

type SearchFilterProps = { query: string; categories: readonly CategoryLink[]; current: string | null };

/** Narrows a search to one category: links, so that every view has an address. */
export function SearchFilter({ query, categories, current }: SearchFilterProps): ReactElement {
  const choices = [{ slug: null, name: "All categories" }, ...categories.filter(({ articles }) => articles > 0)];
  return (
    <nav className="search-filter" aria-label="Filter by category">
      <ul>
        {choices.map(({ slug, name }) => (
          <li key={slug ?? "all"} data-category={slug ?? undefined}>
            <a
              className="chip"
              href={searchResultsPath({ q: query, category: slug })}
              aria-current={slug === current ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
