/** A sitemap file of articles, written while it is read. */
import { createHash } from "node:crypto";
import { now } from "@/lib/clock";
import { readContentState } from "@/lib/content-version/queries";
import { hasSitemapFile, sitemapBatches, type SitemapEntry } from "@/lib/publications/queries/sitemap";
import { articleUrlSet, type ArticleUrl } from "@/lib/seo/sitemap-xml";
import { longestSlug } from "@/lib/slug";
import { absoluteUrl, articlePath, mediaVariant } from "@/lib/urls";
import type { Validators } from "@/lib/web/conditional";

/** Raise it when the files are written in another way, so that what clients keep counts as old. */
const format = 1;

export type ArticleFile = { validators: Validators; chunks: () => AsyncIterable<string> };

/** File `number` of the articles as of now, or null when no article is in it. */
export async function articleFile(number: number): Promise<ArticleFile | null> {
  const moment = now();
  const { version, boundary, changedAt } = await readContentState(moment);
  if (!(await hasSitemapFile(number, moment))) return null;
  const state = [format, absoluteUrl(""), number, version, boundary.getTime()].join(" ");
  const digest = createHash("sha256").update(state).digest("base64url").slice(0, 27);
  return {
    validators: { etag: `W/"${digest}"`, lastModified: changedAt },
    chunks: () => articleUrlSet(urlBatches(number, moment), longestUrl(moment)),
  };
}

async function* urlBatches(number: number, moment: Date): AsyncGenerator<ArticleUrl[]> {
  for await (const batch of sitemapBatches(number, moment)) yield batch.map(toUrl);
}

function toUrl({ modifiedAt, images, ...article }: SitemapEntry): ArticleUrl {
  return {
    location: absoluteUrl(articlePath(article)),
    lastModified: modifiedAt,
    images: images.map(({ key, width }) => absoluteUrl(mediaVariant(key, width, "jpg"))),
  };
}

/** Addresses are ASCII (lib/slug.ts): a byte for each character. */
function longestUrl(moment: Date): { location: string; lastModified: Date } {
  const slug = "x".repeat(longestSlug);
  return { location: absoluteUrl(articlePath({ categorySlug: slug, slug })), lastModified: moment };
}
