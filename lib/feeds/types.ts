/** A feed as its three formats write it: plain values, every address absolute. */

export type FeedAuthor = { name: string; url: string };

/** A category or tag. */
export type FeedCategory = {
  /** Its slug. */
  term: string;
  label: string;
  /** Address of the kind of term: it makes a category and a tag of the same slug two things. */
  scheme: string;
};

export type FeedImage = {
  url: string;
  /** Pixels. */
  width: number;
  height: number;
  type: string;
  alt: string;
  credit: string | null;
};

export type FeedItem = {
  /** Stays when the article's address changes (./ids.ts). */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole article, as HTML that is well-formed XML; null when it is too long for a feed (./budget.ts). */
  html: string | null;
  publishedAt: Date;
  updatedAt: Date;
  authors: FeedAuthor[];
  categories: FeedCategory[];
  image: FeedImage | null;
};

/** The other documents of the same feed (RFC 5005, 4). */
export type FeedPaging = {
  /** Whether this is an archive; else it is the document that readers subscribe to. */
  isArchive: boolean;
  /** The subscription document, from an archive. */
  current: string | null;
  /** The archive with what is older. */
  previous: string | null;
  /** The archive with what is newer. */
  next: string | null;
};

export type Feed = {
  id: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** Who publishes it. */
  publisher: FeedAuthor;
  /** The page whose articles these are. */
  pageUrl: string;
  /** This document. */
  selfUrl: string;
  /** Where changes are announced (WebSub), or null. */
  hub: string | null;
  /** A square picture that stands for the site, or null. */
  icon: string | null;
  /** When the newest change of its articles happened; equal for equal content. */
  updatedAt: Date;
  paging: FeedPaging;
  /** Newest first. */
  items: FeedItem[];
};
