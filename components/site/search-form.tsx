import type { ReactElement } from "react";
import { longestQuery } from "@/lib/search/query-text";
import { searchPath } from "@/lib/urls";
import { SearchIcon } from "./icons";

type SearchFormProps = {
  /** Of the input; unique on the page. */
  id: string;
  /** Names the form among the page's landmarks. */
  label: string;
  value?: string;
  /** A filter that a new search keeps. */
  category?: string | null;
  large?: boolean;
};

/** A plain form; the element around it adds suggestions while the reader types. */
export function SearchForm({ id, label, value, category, large = false }: SearchFormProps): ReactElement {
  return (
    <mhn-search className={large ? "search search--large" : "search"}>
      <form className="search__form" action={searchPath} role="search" aria-label={label}>
        <label className="sr-only" htmlFor={id}>
          Search for
        </label>
        <input
          className="search__input"
          id={id}
          name="q"
          type="search"
          placeholder="Search articles"
          defaultValue={value}
          maxLength={longestQuery}
          enterKeyHint="search"
          autoComplete="off"
        />
        {category && <input type="hidden" name="category" value={category} />}
        <button className="search__button" type="submit" aria-label="Search">
          <SearchIcon />
          {large && <span>Search</span>}
        </button>
      </form>
    </mhn-search>
  );
}
