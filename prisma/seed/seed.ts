/** Writes the sample content through the same verbs that the desk uses. */
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { systemActor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { createHelpline } from "@/lib/helplines/commands";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import { saveMenu } from "@/lib/navigation/commands";
import { createPage } from "@/lib/pages/commands";
import { createPerson } from "@/lib/people/commands";
import type { Citation } from "@/lib/richtext/citation";
import { readMarkdown } from "@/lib/richtext/markdown/read";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { createCategory, createTag } from "@/lib/taxonomy/commands";
import {
  categoryPath,
  homePath,
  newsSitemapPath,
  peopleSitemapPath,
  sitemapIndexPath,
  staticPagePath,
} from "@/lib/urls";
import { describeArtwork, type ArtworkSubject } from "./art/draw";
import { renderArtwork, renderCover } from "./art/render";
import {
  readArticleFiles,
  readCategories,
  readHelplines,
  readPageFiles,
  readPeople,
  readReferences,
  readTags,
  type ArticleFile,
  type PageFile,
} from "./content-files";
import { planPictures } from "./pictures";

const actor = systemActor("seed");
const sourcesDesk = "sources-desk";
const artCredit = "Illustration: Mental Health Network";
/** Pictures drawn and encoded at the same time. sharp brings its own threads. */
const picturesAtOnce = 2;

type SeedOptions = { pictures?: boolean; isStopped?: () => boolean };
type Ids = { categories: Map<string, number>; tags: Map<string, number>; people: Map<string, number> };

/**
 * Fills an empty database with the magazine's sample content. An article that is there already (by its slug) is left
 * alone, so that an interrupted seed can simply be run again.
 * @param options.pictures false gives every article the same cover and no other picture, for tests that look at none
 * @param options.isStopped asked between two pieces; true ends it early
 * @returns how many articles were written
 */
export async function seed({ pictures = true, isStopped = () => false }: SeedOptions = {}): Promise<number> {
  const ids = await seedFrame();
  const references = new Map(readReferences().map((citation) => [citation.id, citation]));
  const present = new Set((await database().article.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const files = readArticleFiles().filter((file) => file.published <= now() && !present.has(file.slug));
  const art = pictures ? await drawPictures(files, isStopped) : await drawOneCover(files);
  let written = 0;
  for (const file of files) {
    if (isStopped()) return written;
    await seedArticle(file, ids, references, art);
    written += 1;
  }
  for (const file of readPageFiles()) if (!isStopped()) await seedPage(file);
  return written;
}

async function seedFrame(): Promise<Ids> {
  const known = async (read: Promise<{ id: number; slug: string }[]>) =>
    new Map((await read).map(({ id, slug }) => [slug, id]));
  const columns = { select: { id: true, slug: true } } as const;
  const categories = await known(database().category.findMany(columns));
  const tags = await known(database().tag.findMany(columns));
  const people = await known(database().person.findMany(columns));
  for (const [position, category] of readCategories().entries()) {
    if (!categories.has(category.slug))
      categories.set(category.slug, await createCategory(actor, { ...category, position }));
  }
  for (const tag of readTags()) if (!tags.has(tag.slug)) tags.set(tag.slug, await createTag(actor, tag));
  for (const person of readPeople())
    if (!people.has(person.slug)) people.set(person.slug, await createPerson(actor, person));
  await seedHelplines();
  await seedMenus();
  return { categories, tags, people };
}

/** Help lines, unless somebody made a list of their own. */
async function seedHelplines(): Promise<void> {
  if ((await database().helpline.count()) > 0) return;
  for (const helpline of readHelplines()) await createHelpline(actor, helpline);
}

/** Both menus, unless somebody saved one. */
async function seedMenus(): Promise<void> {
  if ((await database().menu.count({ where: { version: { gt: 0 } } })) > 0) return;
  const categories = readCategories().map(({ name, slug }) => ({ label: name, href: categoryPath(slug) }));
  await saveMenu(actor, {
    menu: "header",
    expectedVersion: 0,
    links: [{ label: "HOME", href: homePath }, ...categories],
  });
  await saveMenu(actor, {
    menu: "footer",
    expectedVersion: 0,
    links: [
      { label: "About us", href: staticPagePath("about-us") },
      { label: "Contact", href: staticPagePath("contact") },
      { label: "Privacy Policy", href: staticPagePath("privacy-policy") },
      { label: "Disclaimer", href: staticPagePath("disclaimer") },
      { label: "Sitemap", href: peopleSitemapPath },
      { label: "Article sitemap", href: sitemapIndexPath },
      { label: "News sitemap", href: newsSitemapPath },
    ],
  });
}

/** Media ids by article slug: the cover, and the pictures of the body in order; null where their places are left out. */
type Art = Map<string, { cover: number; body: number[] | null }>;

async function drawOneCover(files: ArticleFile[]): Promise<Art> {
  const [first] = files;
  const subject = first && planPictures(readArticleFiles()).get(first.slug)?.cover;
  if (!subject) return new Map();
  const cover = await uploadArt(subject, renderCover);
  return new Map(files.map(({ slug }) => [slug, { cover, body: null }]));
}

async function drawPictures(files: ArticleFile[], isStopped: () => boolean): Promise<Art> {
  const art: Art = new Map();
  const waiting = [...planPictures(readArticleFiles())].filter(([slug]) => files.some((file) => file.slug === slug));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !isStopped(); next = waiting.shift()) {
      const [slug, pictures] = next;
      const cover = await uploadArt(pictures.cover, renderCover);
      const body: number[] = [];
      for (const subject of pictures.body) body.push(await uploadArt(subject, renderArtwork));
      art.set(slug, { cover, body });
    }
  };
  await Promise.all(Array.from({ length: picturesAtOnce }, worker));
  return art;
}

async function uploadArt(
  subject: ArtworkSubject,
  render: (subject: ArtworkSubject) => Promise<Buffer>,
): Promise<number> {
  const bytes = await render(subject);
  const originalName = `${subject.seed.replaceAll("/", "-")}.png`;
  return (await uploadMedia(actor, { bytes, originalName, alt: describeArtwork(subject), credit: artCredit })).id;
}

async function seedArticle(file: ArticleFile, ids: Ids, references: Map<string, Citation>, art: Art): Promise<void> {
  const pictures = found(art.get(file.slug), file, "picture");
  const { doc, referenceKeys } = readBody(file, (index) => (pictures.body ? pictures.body[index] : null));
  const citations = referenceKeys.map((key) => found(references.get(key), file, `reference ${key}`));
  const { articleId, version } = await createArticle(actor, {
    slug: file.slug,
    categoryId: found(ids.categories.get(file.category), file, `category ${file.category}`),
    headline: file.title,
    excerpt: file.excerpt,
    body: doc,
    citations,
    tagIds: file.tags.map((name) => found(tagId(ids, name), file, `tag ${name}`)),
    authorIds: file.byline.map((slug) => found(ids.people.get(slug), file, `byline ${slug}`)),
    coverId: pictures.cover,
    coverAlt: file.cover.alt,
    seoTitle: file.seoTitle ?? null,
    seoDescription: file.seoDescription ?? null,
    contentNote: file.contentNote ?? null,
    healthClaims: file.healthClaims,
    ...(file.healthClaims ? sourceCheck(file, ids) : {}),
  });
  await publishArticle(actor, {
    articleId,
    expectedVersion: version,
    visibleFrom: file.published,
    modifiedAt: file.updated,
    reason: "sample content",
  });
}

/** What a desk checked is not clinically reviewed, and readers are told so in these words (article-header.tsx). */
function sourceCheck(file: ArticleFile, ids: Ids): { reviewerId: number; reviewedAt: Date } {
  const reviewerId = found(ids.people.get(sourcesDesk), file, `person ${sourcesDesk}`);
  return { reviewerId, reviewedAt: file.updated ?? file.published };
}

function tagId(ids: Ids, name: string): number | undefined {
  return ids.tags.get(name.toLowerCase().replaceAll(" ", "-"));
}

async function seedPage(file: PageFile): Promise<void> {
  if (await database().page.findUnique({ where: { slug: file.slug }, select: { id: true } })) return;
  const { doc } = readBody(file, () => null);
  await createPage(actor, {
    slug: file.slug,
    title: file.title,
    excerpt: file.excerpt,
    body: doc,
    updatedAt: file.updated,
  });
}

/** @param pictureId null stands for "no pictures wanted": their places are left out */
function readBody(
  file: ArticleFile | PageFile,
  pictureId: (index: number) => number | null | undefined,
): { doc: RichTextDocument; referenceKeys: string[] } {
  const placeholder = 1;
  const wanted = pictureId(0) !== null;
  const { doc, referenceKeys, problems } = readMarkdown(file.markdown, {
    firstLine: file.firstLine,
    resolveImage: (image) => (wanted ? (pictureId(image.index) ?? null) : placeholder),
  });
  if (problems.length > 0) throw new Error(`${file.file}: ${problems.join("; ")}`);
  if (wanted) return { doc, referenceKeys };
  return {
    doc: { ...doc, content: doc.content.filter(({ type }) => type !== "image" && type !== "gallery") },
    referenceKeys,
  };
}

function found<T>(value: T | undefined, file: ArticleFile, what: string): T {
  if (value === undefined) throw new Error(`${file.file}: there is no ${what}`);
  return value;
}
