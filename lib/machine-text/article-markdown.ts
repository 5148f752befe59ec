/** An article as a Markdown file for programs. Pure. */
import { stringify } from "yaml";
import { renditionContext, renditionPicture, type ArticleSurroundings } from "@/lib/feeds/article-context";
import type { ArticleView } from "@/lib/publications/types";
import { paragraph, pictureNodes, text } from "@/lib/richtext/renditions/markdown-blocks";
import { richTextNodes, writeMarkdown } from "@/lib/richtext/renditions/markdown";
import { capitalized } from "@/lib/seo/text";
import { absoluteUrl, articlePath, authorPath } from "@/lib/urls";

/** Front matter (YAML), the headline as the only heading of level 1, then what the page shows. */
export function articleMarkdown(article: ArticleView, surroundings: ArticleSurroundings): string {
  const { headline, excerpt, cover, coverCaption, contentNote, body } = article;
  const caption = [coverCaption, cover?.credit].filter(Boolean).join(" ");
  const written = writeMarkdown([
    { type: "heading", depth: 1, children: [text(headline)] },
    ...(excerpt === "" ? [] : [paragraph(text(excerpt))]),
    ...(cover ? pictureNodes(renditionPicture(cover), cover.alt, caption) : []),
    ...(contentNote === null ? [] : [paragraph(text(`Content note: ${contentNote}`))]),
    ...richTextNodes(body, renditionContext(article, surroundings)),
  ]);
  return `---\n${frontMatter(article)}---\n\n${written}`;
}

/** The address that search engines are told is the article's own. */
export function canonicalUrl(article: ArticleView): string {
  return article.canonicalUrl ?? absoluteUrl(articlePath(article));
}

function frontMatter(article: ArticleView): string {
  const { headline, excerpt, authors, publishedAt, modifiedAt, reviewer, reviewedAt, categoryName, tags } = article;
  const person = ({ name, slug }: { name: string; slug: string }) => ({ name, url: absoluteUrl(authorPath(slug)) });
  return stringify(
    {
      title: headline,
      description: excerpt,
      canonical: canonicalUrl(article),
      authors: authors.map(person),
      published: publishedAt.toISOString(),
      updated: modifiedAt.toISOString(),
      ...(reviewer && reviewedAt ? { reviewed: { by: person(reviewer), on: reviewedAt.toISOString() } } : {}),
      category: capitalized(categoryName),
      tags: tags.map(({ name }) => name),
    },
    { lineWidth: 0 },
  );
}
