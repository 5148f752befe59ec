/** Which article stands where on the home page. No story twice. */
import { now } from "@/lib/clock";
import { preparedSql } from "@/lib/db/pool";
import { fillHomeSlots, homeSlots } from "@/lib/home/slots";
import { cardColumns, cardJoins, toCard, visibleAt, type CardRow } from "../card-sql";
import type { ArticleCard } from "../types";
import { listLatest, listLatestByCategory } from "./lists";

/** A lead and four headlines. */
const blockSize = 5;

export type HomeSelection = {
  /** Null only while nothing is published. */
  lead: ArticleCard | null;
  top: ArticleCard[];
  latest: ArticleCard[];
  /** By category id, newest first; a category with nothing left has none. */
  blocks: Map<number, ArticleCard[]>;
};

/**
 * Stories that editors pinned stand in their places; the newest fill the others: one leads, four stand beside it, six more
 * are "latest". Categories fill up with the rest.
 */
export async function selectHome(categoryIds: number[]): Promise<HomeSelection> {
  const pinned = await listPinned();
  const pinnedIds = [...pinned.values()].map(({ articleId }) => articleId);
  const filled = fillHomeSlots(pinned, await listLatest(homeSlots.length, pinnedIds));
  const shown = [...filled.values()].map(({ articleId }) => articleId);
  const blocks = await listLatestByCategory(categoryIds, blockSize, shown);
  const placesOf = (group: string): ArticleCard[] =>
    [...filled].filter(([slot]) => slot.startsWith(group)).map(([, card]) => card);
  return { lead: filled.get("lead") ?? null, top: placesOf("top-"), latest: placesOf("strip-"), blocks };
}

/** Pinned stories that readers may see, by place. A pin ends by itself when its time is over. */
async function listPinned(): Promise<Map<string, ArticleCard>> {
  const rows = await preparedSql<CardRow & { slot: string }>(
    `SELECT s.slot, ${cardColumns} FROM home_slot s JOIN publication p ON p.article_id = s.article_id ${cardJoins}
     WHERE s.until > $1 AND ${visibleAt("p", "$1")}`,
    [now()],
  );
  return new Map(rows.map((row) => [row.slot, toCard(row)]));
}
