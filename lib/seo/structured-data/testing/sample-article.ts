import type { ArticleView } from "@/lib/publications/types";
import { citationSchema } from "@/lib/richtext/citation";

export const sampleSite = {
  name: "Mental Health Network",
  description: "A magazine about therapy.",
  language: "en",
  timeZone: "Europe/Berlin",
} as const;

const study = citationSchema.parse({
  id: "fluckiger-2018",
  type: "article",
  title: "The alliance in adult psychotherapy",
  authors: ["Flückiger, Christoph"],
  year: 2018,
  container: "Psychotherapy",
  doi: "10.1037/pst0000172",
});
const page = citationSchema.parse({
  id: "samaritans",
  type: "webpage",
  title: "How we can help",
  authors: ["Samaritans"],
  year: null,
  url: "https://www.samaritans.org/how-we-can-help/",
});

/** An article that a clinician reviewed, with everything an article can have. The text refers to one of its two works. */
export const sampleArticle: ArticleView = {
  articleId: 1,
  publicationId: 1,
  categoryId: 7,
  categorySlug: "growth-psychology",
  categoryName: "growth psychology",
  slug: "steadier",
  headline: 'Steadier </script> & "calmer"',
  excerpt: "What helps, and what does not.",
  publishedAt: new Date("2026-11-16T08:00:00Z"),
  modifiedAt: new Date("2026-07-16T22:30:00Z"),
  readingMinutes: 4,
  wordCount: 952,
  cover: {
    id: 1,
    key: "ab/ab0123456789cdef0123456789abcdef",
    width: 1920,
    height: 1080,
    widths: [320, 640, 960, 1280, 1920],
    placeholder: "",
    alt: "Two chairs",
    credit: null,
  },
  coverCaption: null,
  body: {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "Trust matters" },
          { type: "reference", attrs: { key: study.id } },
        ],
      },
    ],
  },
  citations: [page, study],
  authors: [
    { slug: "ada-lindqvist", name: "Ada Lindqvist", credentials: "MSc", kind: "person" },
    { slug: "therapy-desk", name: "Therapy desk", credentials: null, kind: "desk" },
  ],
  reviewer: { slug: "noor-haddad", name: "Noor Haddad", credentials: "Dr. phil.", kind: "person" },
  // Half past midnight of the 15th in Berlin.
  reviewedAt: new Date("2026-11-14T23:30:00Z"),
  tags: [
    { id: 1, slug: "stress", name: "stress" },
    { id: 2, slug: "adhd", name: "ADHD" },
  ],
  contentNote: null,
  seoTitle: "Another title for search",
  seoDescription: null,
  canonicalUrl: null,
  noindex: false,
};
