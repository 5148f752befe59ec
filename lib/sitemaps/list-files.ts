/** The sitemap files of everything that is no article: categories, tags, authors, pages. */
import { now } from "@/lib/clock";
import { readContentState } from "@/lib/content-version/queries";
import { listPageAddresses } from "@/lib/pages/queries";
import { listAuthorSlugs } from "@/lib/people/queries";
import { sitemapFileSize, urlSet, type SitemapUrl } from "@/lib/seo/sitemap-xml";
import { getSiteFrame } from "@/lib/site-frame/queries";
import {
  absoluteUrl,
  authorPath,
  categoryPath,
  homePath,
  peopleSitemapPath,
  staticPagePath,
  tagPath,
} from "@/lib/urls";
import type { SitemapText } from "./types";

const lists = { categories, tags, authors, pages } as const;
type ListName = keyof typeof lists;
const listNames = Object.keys(lists) as ListName[];

/** Names of the files that hold something: "tags", and "tags-2" for what is beyond the first 50,000. */
export async function listFileNames(): Promise<string[]> {
  const lengths = await Promise.all(listNames.map(async (name) => (await lists[name]()).length));
  return listNames.flatMap((name, index) => {
    const files = Math.ceil((lengths[index] ?? 0) / sitemapFileSize);
    return Array.from({ length: files }, (_, file) => (file === 0 ? name : `${name}-${String(file + 1)}`));
  });
}

/** A file by its name, as listFileNames() gives it, or null when there is none. */
export async function listFile(name: string): Promise<SitemapText | null> {
  const match = /^([a-z]+)(?:-([2-9]|[1-9]\d+))?$/.exec(name);
  const list = listNames.find((candidate) => candidate === match?.[1]);
  if (!list) return null;
  const start = (Number(match?.[2] ?? 1) - 1) * sitemapFileSize;
  const { changedAt } = await readContentState(now());
  const urls = (await lists[list]()).slice(start, start + sitemapFileSize);
  return urls.length > 0 ? { body: urlSet(urls), lastModified: changedAt } : null;
}

/** A category without articles asks crawlers not to list it. */
async function categories(): Promise<SitemapUrl[]> {
  const frame = await getSiteFrame();
  return frame.categories.filter(({ articles }) => articles > 0).map(({ slug }) => url(categoryPath(slug)));
}

/** A tag that nothing visible carries has no page, and is not in the frame. */
async function tags(): Promise<SitemapUrl[]> {
  return (await getSiteFrame()).tags.map(({ slug }) => url(tagPath(slug)));
}

/** Whoever signed or reviewed something visible. */
async function authors(): Promise<SitemapUrl[]> {
  return (await listAuthorSlugs()).map((slug) => url(authorPath(slug)));
}

async function pages(): Promise<SitemapUrl[]> {
  const addresses = await listPageAddresses();
  return [
    url(homePath),
    url(peopleSitemapPath),
    ...addresses.map(({ slug, updatedAt }) => ({ ...url(staticPagePath(slug)), lastModified: updatedAt })),
  ];
}

function url(path: string): SitemapUrl {
  return { location: absoluteUrl(path) };
}
