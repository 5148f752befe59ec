/** A document of a feed, read from the database. */
import { webSubHub } from "@/lib/hooks/hub";
import { listFeedPlaces, measureFeed, type FeedPlace } from "@/lib/publications/queries/feed";
import type { SiteSettings } from "@/lib/settings/schema";
import { absoluteUrl, feedPath, homePath, type FeedFormat } from "@/lib/urls";
import { feedDocument, type FeedDocument } from "./archives";
import { withinBudget } from "./budget";
import { feedItem } from "./feed-item";
import type { FeedList } from "./find-list";
import { feedId } from "./ids";
import { readSurroundings } from "./surroundings";
import type { Feed, FeedPaging } from "./types";

/** The picture beside the feed's name in readers. */
const iconPath = "/feed-icon.png";

/**
 * Articles that search engines are asked to leave out (noindex), or whose first home is elsewhere, are in the feeds: they
 * are before readers in the lists, and readers are who feeds are for. Feeds themselves are noindex.
 * @param archive counts from the oldest, 1 first; null for the document that is subscribed to
 * @returns null when there is no such archive; `changedAt` is when anything that a reader sees changed last
 */
export async function readFeed(
  list: FeedList,
  settings: SiteSettings,
  asked: { format: FeedFormat; archive: number | null },
): Promise<{ feed: Feed; changedAt: Date } | null> {
  const { places, changedAt } = await measureFeed(list.scope);
  const document = feedDocument(places, asked.archive);
  if (!document) return null;
  const held = await listFeedPlaces(list.scope, document.offset, document.places);
  const articles = held.flatMap(({ article }) => (article ? [article] : []));
  const surroundings = await readSurroundings(articles);
  const address = (archive: number | null): string => documentUrl(list, asked.format, archive);
  const feed: Feed = {
    id: feedId(absoluteUrl(""), list.scope),
    title: list.title,
    description: list.description,
    language: settings.language,
    publisher: { name: settings.name, url: absoluteUrl(homePath) },
    pageUrl: absoluteUrl(list.path),
    selfUrl: address(document.archive),
    hub: document.archive === null ? webSubHub() : null,
    icon: absoluteUrl(iconPath),
    updatedAt: newestChange(held),
    paging: pagingOf(document, address),
    items: withinBudget(articles.map((article) => feedItem(article, surroundings))),
  };
  return { feed, changedAt };
}

/** Of a feed that never had an article, the beginning of time: it must name a moment, and always the same. */
function newestChange(places: readonly FeedPlace[]): Date {
  const moments = places.map(({ article, leftAt }) => (article?.modifiedAt ?? leftAt ?? new Date(0)).getTime());
  return new Date(Math.max(0, ...moments));
}

function documentUrl({ path }: FeedList, format: FeedFormat, archive: number | null): string {
  const url = absoluteUrl(feedPath(path, format));
  return archive === null ? url : `${url}?archive=${String(archive)}`;
}

function pagingOf({ archive, archives }: FeedDocument, address: (archive: number | null) => string): FeedPaging {
  const older = archive === null ? archives : archive - 1;
  return {
    isArchive: archive !== null,
    current: archive === null ? null : address(null),
    previous: older > 0 ? address(older) : null,
    next: archive !== null && archive < archives ? address(archive + 1) : null,
  };
}
