/** What a change touches. */
export type Touched = {
  /** Addresses that look different now. An empty list means: everything may. */
  paths: string[];
  /** With an empty list: addresses that the change is about, old and new. Hubs and search engines are told of these. */
  foremost?: string[];
  /**
   * Addresses whose drawn card may be another than before, besides those that `paths` and `foremost` name; "all" when it may
   * be any page's.
   */
  cards?: string[] | "all";
  /** When readers see the change, unless it is now. Until then nobody outside is told of it. */
  visibleFrom?: Date | null;
};

/** A change, as it is told. */
export type ContentChange = {
  version: number;
  /** Addresses that show something else now; none means that anything may. */
  paths: readonly string[];
};
