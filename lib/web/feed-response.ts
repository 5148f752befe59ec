/** The answers at the addresses of feeds. */
import { atomContentType, atomFeed } from "@/lib/feeds/atom";
import { findFeedList, listPath, type NamedList } from "@/lib/feeds/find-list";
import { jsonFeed, jsonFeedContentType } from "@/lib/feeds/json-feed";
import { readFeed } from "@/lib/feeds/queries";
import { rssContentType, rssFeed } from "@/lib/feeds/rss";
import type { Feed } from "@/lib/feeds/types";
import { webSubLinks } from "@/lib/hooks/hub";
import { parsePageNumber } from "@/lib/pagination";
import { countRedirectHit } from "@/lib/redirects/commands/count-hits";
import { currentRequest } from "@/lib/request-context";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { feedPath, type FeedFormat } from "@/lib/urls";
import { whatBecameOf } from "./after-not-found";
import { machineResponse } from "./machine-response";
import { textResponse } from "./text-response";

const writers = {
  rss: { write: rssFeed, contentType: rssContentType },
  atom: { write: atomFeed, contentType: atomContentType },
  json: { write: jsonFeed, contentType: jsonFeedContentType },
} as const satisfies Record<FeedFormat, { write: (feed: Feed) => string; contentType: string }>;

/** The document of a feed that the request asks for: what is newest or, with `?archive=3`, an archive. */
export async function feedResponse(request: Request, format: FeedFormat, named: NamedList): Promise<Response> {
  const frame = await getSiteFrame();
  const list = await findFeedList(named, frame);
  if (!list) return missingFeed(named, format);
  const archive = askedArchive(request);
  const read = archive === "none" ? null : await readFeed(list, frame.settings, { format, archive });
  if (!read) return textResponse(404, "This feed has no such archive.");
  const { write, contentType } = writers[format];
  const links = webSubLinks(read.feed.selfUrl);
  return machineResponse(request, {
    body: write(read.feed),
    lastModified: read.changedAt,
    contentType,
    headers: { "X-Robots-Tag": "noindex", ...(links === null ? {} : { Link: links }) },
  });
}

/** The number in the address; null without one, "none" for what is no number. */
function askedArchive(request: Request): number | null | "none" {
  const text = new URL(request.url).searchParams.get("archive");
  return text === null ? null : (parsePageNumber(text) ?? "none");
}

/** The feed of a list that was renamed or merged is where the list went. */
async function missingFeed(named: NamedList, format: FeedFormat): Promise<Response> {
  const moved = await movedTo(currentRequest()?.url ?? "", (location) => location);
  if (moved) return moved;
  const list = listPath(named);
  return (
    (await movedTo(list, (location) => (/^\/[^?#]+$/.test(location) ? feedPath(location, format) : null))) ??
    textResponse(404, "There is no such feed.")
  );
}

async function movedTo(url: string, target: (location: string) => string | null): Promise<Response | null> {
  const aftermath = await whatBecameOf(url);
  if (aftermath.kind === "gone") return textResponse(410, "This feed is gone.");
  if (aftermath.kind !== "moved") return null;
  const location = target(aftermath.location);
  if (location === null) return null;
  countRedirectHit(aftermath.redirectId);
  return new Response(null, {
    status: aftermath.status,
    headers: { Location: location, "Cache-Control": "no-cache" },
  });
}
