/** A sitemap file that is made as a whole. */
export type SitemapText = {
  /** XML. */
  body: string;
  /** When anything in it may have changed last. */
  lastModified: Date;
};
