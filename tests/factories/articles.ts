/** Articles for tests, made by the verbs of the magazine. */
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import type { ArticleReference, WorkingCopyInput } from "@/lib/articles/schema";
import { systemActor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { createPerson } from "@/lib/people/commands";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { createCategory, createTag } from "@/lib/taxonomy/commands";

export const testActor = systemActor("seed");
let counter = 0;

/** A document of plain paragraphs. */
export function paragraphs(...texts: string[]): RichTextDocument {
  return { type: "doc", content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) };
}

export async function aCategory(slug: string): Promise<number> {
  const known = await database().category.findUnique({ where: { slug }, select: { id: true } });
  return known?.id ?? (await createCategory(testActor, { slug, name: slug.replaceAll("-", " ") }));
}

export async function aTag(slug: string): Promise<number> {
  const known = await database().tag.findUnique({ where: { slug }, select: { id: true } });
  return known?.id ?? (await createTag(testActor, { slug, name: slug.replaceAll("-", " ") }));
}

export async function aDesk(slug = "the-editors"): Promise<number> {
  const known = await database().person.findUnique({ where: { slug }, select: { id: true } });
  return known?.id ?? (await createPerson(testActor, { slug, name: slug.replaceAll("-", " "), kind: "desk" }));
}

/** A draft that could be published. */
export async function aDraft(given: Partial<WorkingCopyInput> = {}): Promise<ArticleReference> {
  counter += 1;
  return createArticle(testActor, {
    slug: `article-${String(counter)}`,
    headline: `Article ${String(counter)}`,
    excerpt: "What this article is about.",
    body: paragraphs("The text of the article."),
    categoryId: given.categoryId ?? (await aCategory("news")),
    authorIds: given.authorIds ?? [await aDesk()],
    ...given,
  });
}

/** An article that readers see from `visibleFrom` on. */
export async function aPublishedArticle(
  given: Partial<WorkingCopyInput> = {},
  when: { visibleFrom?: Date; visibleUntil?: Date } = {},
): Promise<ArticleReference> {
  const { articleId, version } = await aDraft(given);
  return publishArticle(testActor, { articleId, expectedVersion: version, ...when });
}
