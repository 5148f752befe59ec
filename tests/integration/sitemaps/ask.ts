/** Asking the sitemaps' routes as a crawler does, without a server between. */
import { GET as getFile } from "@/app/(machine)/sitemaps/[name]/route";
import { GET as getIndex } from "@/app/(machine)/sitemap.xml/route";
import { GET as getNews } from "@/app/(machine)/news-sitemap.xml/route";
import { absoluteUrl, newsSitemapPath, sitemapIndexPath } from "@/lib/urls";

/** @param path for example "/sitemaps/articles-1.xml" */
export function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(absoluteUrl(path), init);
  if (path === sitemapIndexPath) return getIndex(request);
  if (path === newsSitemapPath) return getNews(request);
  return getFile(request, { params: Promise.resolve({ name: path.replace("/sitemaps/", "") }) });
}

/** The text of an answer that must be 200. */
export async function xmlOf(path: string): Promise<string> {
  const response = await ask(path);
  if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
  return response.text();
}

/** Paths of the addresses that a file names, in its order. */
export function locationsIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location = ""]) => location.replace(absoluteUrl(""), ""));
}

/** Paths of the addresses that a file names; null when there is no such file. */
export async function listed(path: string): Promise<string[] | null> {
  const response = await ask(path);
  return response.status === 200 ? locationsIn(await response.text()) : null;
}
