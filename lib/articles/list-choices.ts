export type Choice = { id: number; name: string };

/** What the filters of the list and the assignment of articles offer, each by name. */
export type ListChoices = {
  categories: Choice[];
  tags: Choice[];
  /** Who signs and reviews, as readers see them. */
  people: Choice[];
  /** Accounts that can look after articles: all of them, those that edit, and those that review. */
  accounts: Choice[];
  editors: Choice[];
  reviewers: Choice[];
};
