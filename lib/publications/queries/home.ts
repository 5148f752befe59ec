/** Which article stands where on the home page. No story twice. */
import type { ArticleCard } from "../types";
import { listLatest, listLatestByCategory } from "./lists";

const topSize = 4;
const latestSize = 6;
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

/** The newest story leads, the next four stand beside it, six more are "latest"; categories fill up with the rest. */
export async function selectHome(categoryIds: number[]): Promise<HomeSelection> {
  const newest = await listLatest(1 + topSize + latestSize);
  const blocks = await listLatestByCategory(
    categoryIds,
    blockSize,
    newest.map((card) => card.articleId),
  );
  return {
    lead: newest[0] ?? null,
    top: newest.slice(1, 1 + topSize),
    latest: newest.slice(1 + topSize),
    blocks,
  };
}
