/** A second place for fresh pages, beside memory: what the cache tells it. lib/page-files/ is one. */
import type { KeptPage } from "./kept-page";
import type { Route } from "./routes";

export type PageMirror = {
  /** Whether it has a place for such a page. */
  takes: (route: Route, page: KeptPage) => boolean;
  /**
   * Gives it a page, which it may put in place at any later time, or never.
   * @param isCurrent whether the page is still what readers should see. To be asked in the same tick in which it is put
   * in place: a change may have come meanwhile
   */
  put: (key: string, page: KeptPage, when: { isCurrent: () => boolean; replace: boolean }) => void;
  /** There is no such page any more. When this returns, it is gone. */
  drop: (key: string) => void;
  /**
   * Something changed. When this returns, what is named is gone; everything else is older than the change, and has a
   * minute to be replaced or to go.
   * @param families as in ./routes.ts; null for all
   */
  changed: (families: ReadonlySet<string> | null) => void;
  /** Nothing is known any more of changes: what is there stays, for an hour at most. */
  doubt: () => void;
  /** Changes are known again; what was missed was told. */
  resume: () => void;
};
