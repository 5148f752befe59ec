/** What reader pages get: plain objects, made by queries/ from visible publications only. */
import type { MediaView } from "@/lib/media/types";
import type { Citation } from "@/lib/richtext/citation";
import type { RichTextDocument } from "@/lib/richtext/schema";

/** Enough of an article to link to it. */
export type ArticleLink = {
  articleId: number;
  categorySlug: string;
  slug: string;
  headline: string;
};

/** An article in a list. */
export type ArticleCard = ArticleLink & {
  categoryName: string;
  excerpt: string;
  publishedAt: Date;
  readingMinutes: number;
  cover: MediaView | null;
};

export type Byline = { slug: string; name: string; credentials: string | null; kind: "person" | "desk" };
export type TagLink = { id: number; slug: string; name: string };

/** Everything the article page shows of the article itself. */
export type ArticleView = ArticleCard & {
  publicationId: number;
  categoryId: number;
  modifiedAt: Date;
  wordCount: number;
  body: RichTextDocument;
  citations: Citation[];
  coverCaption: string | null;
  authors: Byline[];
  reviewer: Byline | null;
  reviewedAt: Date | null;
  tags: TagLink[];
  contentNote: string | null;
  seoTitle: string | null;
  seoDescription: string | null;
  canonicalUrl: string | null;
  noindex: boolean;
};

export type Neighbours = { previous: ArticleLink | null; next: ArticleLink | null };
