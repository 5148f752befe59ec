/** The answers at the addresses of articles as Markdown (articleMarkdownPath). */
import { readSurroundings } from "@/lib/feeds/surroundings";
import { articleMarkdown, canonicalUrl } from "@/lib/machine-text/article-markdown";
import { findArticle } from "@/lib/publications/queries/article";
import { findLastChange } from "@/lib/publications/queries/last-change";
import type { ArticleView } from "@/lib/publications/types";
import { countRedirectHit } from "@/lib/redirects/commands/count-hits";
import { findRedirect } from "@/lib/redirects/queries";
import { currentRequest } from "@/lib/request-context";
import { isReservedSlug } from "@/lib/reserved-slugs";
import { getSiteSettings } from "@/lib/settings/queries";
import { articleMarkdownPath, articlePath } from "@/lib/urls";
import { whatBecameOf } from "./after-not-found";
import { machineResponse } from "./machine-response";
import { textResponse } from "./text-response";

type Asked = { categorySlug: string; slug: string };

/** The text of a public article; elsewhere and gone as its page would say, but never a page of words about it. */
export async function articleTextResponse(request: Request, asked: Asked): Promise<Response> {
  // next.config.ts leads here from addresses in .md; the route's own address is nobody's.
  if (!isTextAddress(currentRequest()?.url ?? "")) return textResponse(404, "There is no such page.");
  const { machineText } = await getSiteSettings();
  if (!machineText) return textResponse(404, "This site has no text renditions.");
  const article = await findArticle(asked.slug);
  if (!article) return missingText(asked);
  if (article.categorySlug === asked.categorySlug) return writtenText(request, article);
  // The address may be the old one of another article, whose slug this one has now.
  if (await findRedirect(articlePath(asked))) return missingText(asked);
  return redirect(301, articleMarkdownPath(article));
}

function isTextAddress(url: string): boolean {
  return /^[^?]*\.md(?:\?|$)/.test(url);
}

async function writtenText(request: Request, article: ArticleView): Promise<Response> {
  const [surroundings, lastModified] = await Promise.all([readSurroundings([article]), findLastChange()]);
  return machineResponse(request, {
    body: articleMarkdown(article, surroundings),
    lastModified,
    contentType: "text/markdown; charset=utf-8",
    headers: { "X-Robots-Tag": "noindex", Link: `<${canonicalUrl(article)}>; rel="canonical"` },
  });
}

/** What became of the article's page became of its text: both left together. */
async function missingText(asked: Asked): Promise<Response> {
  const aftermath = await whatBecameOf(articlePath(asked));
  switch (aftermath.kind) {
    case "moved": {
      countRedirectHit(aftermath.redirectId);
      const { status, location } = aftermath;
      return redirect(status, isArticlePath(location) ? `${location}.md` : location);
    }
    case "gone":
      return textResponse(410, "This article is gone.");
    case "withdrawn":
      return textResponse(410, `This article was withdrawn. ${aftermath.notice.reason}`.trim());
    case "nothing":
      return textResponse(404, "There is no such article.");
  }
}

/** Only articles have a text; what has two parts else (a tag, an author) begins with a word of the site's own. */
function isArticlePath(location: string): boolean {
  const [, first] = /^\/([^/?#]+)\/[^/?#]+$/.exec(location) ?? [];
  return first !== undefined && !isReservedSlug(first);
}

function redirect(status: number, location: string): Response {
  return new Response(null, { status, headers: { Location: location, "Cache-Control": "no-cache" } });
}
