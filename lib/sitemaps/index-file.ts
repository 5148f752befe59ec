/** The index of all sitemap files but those of news, which crawlers of news ask for by their own address. */
import { now } from "@/lib/clock";
import { readContentState } from "@/lib/content-version/queries";
import { listSitemapFiles } from "@/lib/publications/queries/sitemap";
import { sitemapIndex } from "@/lib/seo/sitemap-xml";
import { absoluteUrl, sitemapFilePath } from "@/lib/urls";
import { listFileNames } from "./list-files";
import type { SitemapText } from "./types";

/** The index as of now. */
export async function indexFile(): Promise<SitemapText> {
  const moment = now();
  const { changedAt } = await readContentState(moment);
  const [files, names] = await Promise.all([listSitemapFiles(moment), listFileNames()]);
  const articles = files.map((file) => ({
    location: absoluteUrl(sitemapFilePath(`articles-${String(file.number)}`)),
    lastModified: file.changedAt,
  }));
  const lists = names.map((name) => ({ location: absoluteUrl(sitemapFilePath(name)) }));
  return { body: sitemapIndex([...articles, ...lists]), lastModified: changedAt };
}
