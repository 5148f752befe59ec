import { countSitemapEntries, listSitemapEntries } from "@/lib/publications/queries/sitemap";
import { listPageAddresses } from "@/lib/pages/queries";
import { listAuthorSlugs } from "@/lib/people/queries";
import { sitemapFileSize, type SitemapUrl } from "@/lib/seo/sitemap-xml";
import {
  absoluteUrl,
  articlePath,
  authorPath,
  categoryPath,
  homePath,
  peopleSitemapPath,
  staticPagePath,
  tagPath,
} from "@/lib/urls";
import { getSiteFrame } from "./queries";

/**
 * The addresses of one sitemap file.
 * @param file for example "articles-1.xml"
 * @returns null when there is no such file
 */
export async function sitemapFileUrls(file: string): Promise<SitemapUrl[] | null> {
  const match = /^articles-([1-9]\d{0,4})\.xml$/.exec(file);
  if (match) return articleUrls(Number(match[1]));
  switch (file) {
    case "categories.xml": {
      const { categories } = await getSiteFrame();
      return categories.filter(({ articles }) => articles > 0).map(({ slug }) => url(categoryPath(slug)));
    }
    case "tags.xml":
      return (await getSiteFrame()).tags.map(({ slug }) => url(tagPath(slug)));
    case "authors.xml":
      return (await listAuthorSlugs()).map((slug) => url(authorPath(slug)));
    case "pages.xml": {
      const pages = await listPageAddresses();
      return [
        url(homePath),
        url(peopleSitemapPath),
        ...pages.map(({ slug, updatedAt }) => ({ ...url(staticPagePath(slug)), lastModified: updatedAt })),
      ];
    }
    default:
      return null;
  }
}

async function articleUrls(number: number): Promise<SitemapUrl[] | null> {
  const offset = (number - 1) * sitemapFileSize;
  if (offset >= (await countSitemapEntries())) return null;
  const entries = await listSitemapEntries(sitemapFileSize, offset);
  return entries.map(({ modifiedAt, ...article }) => ({ ...url(articlePath(article)), lastModified: modifiedAt }));
}

function url(path: string): SitemapUrl {
  return { location: absoluteUrl(path) };
}
