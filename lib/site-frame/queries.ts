/**
 * The frame is the same on every page and changes only when content does. It is read once per content version and kept
 * until the version moves or the clock passes the next moment at which something becomes visible or ends; one cheap
 * statement a page asks for both. Nothing here can be stale.
 */
import { listRunningAdvertisements } from "@/lib/advertising/queries";
import { now } from "@/lib/clock";
import { namedBetween } from "@/lib/content-version/recent-changes";
import { preparedSql, sql } from "@/lib/db/pool";
import { processWide } from "@/lib/process-wide";
import { listLatest, listLatestByCategory } from "@/lib/publications/queries/lists";
import { getSiteSettings } from "@/lib/settings/queries";
import { countTags, readCategories, recountCategories, recountTags } from "./count-queries";
import { weighTags } from "./tag-steps";
import type { CategoryLink, MenuLink, SiteFrame } from "./types";

/** Categories with a block in the side column of articles. */
export const sideColumnCategories = { lead: "interpersonal-relationship", list: "workplace-psychology" } as const;
/** Milliseconds between two readings of the clock by requests that run at the same time. */
const concurrencySlack = 500;
/** One more than a block shows, so that an article's page can leave the article itself out. */
const blockSize = 6;
const latestSize = 6;
/** An article's page shows at most 18 already: itself, its neighbours, nine related and the latest. */
const newestSize = 24;

type Kept = { frame: Promise<SiteFrame>; version: number; madeAt: number; validUntil: number };
const kept = processWide("site-frame", () => ({ current: null as Kept | null }));

/** The frame as of now. */
export async function getSiteFrame(): Promise<SiteFrame> {
  const moment = now();
  const { version, nextChange } = await readVersion(moment);
  const current = kept.current;
  if (current?.version === version && isWithinLife(current, moment)) return current.frame;
  const named = current && isWithinLife(current, moment) ? namedBetween(current.version, version) : null;
  const frame = current && named ? renewFrame(current.frame, { version, moment, named }) : readFrame(version, moment);
  const made = { frame, version, madeAt: moment.getTime(), validUntil: nextChange?.getTime() ?? Infinity };
  kept.current = made;
  frame.catch(() => {
    if (kept.current === made) kept.current = null;
  });
  return frame;
}

/**
 * Two requests at the same time may read the clock in one order and the version in the other, so a frame also serves
 * moments just before it was made. A clock that was set back (tests, a corrected machine) ends its life.
 */
function isWithinLife({ madeAt, validUntil }: Kept, moment: Date): boolean {
  return moment.getTime() > madeAt - concurrencySlack && moment.getTime() < validUntil;
}

/** The content version, and the next moment after `moment` at which time alone changes what readers see. */
async function readVersion(moment: Date): Promise<{ version: number; nextChange: Date | null }> {
  const [row] = await preparedSql<{ version: number; next_change: Date | null }>(
    `SELECT version, least(
       (SELECT min(visible_from) FROM publication WHERE visible_from > $1),
       (SELECT min(visible_until) FROM publication WHERE visible_until > $1),
       (SELECT min(starts_at) FROM advertisement WHERE starts_at > $1),
       (SELECT min(ends_at) FROM advertisement WHERE ends_at > $1),
       (SELECT min(until) FROM home_slot WHERE until > $1)) AS next_change
     FROM content_version`,
    [moment],
  );
  return { version: row?.version ?? 0, nextChange: row?.next_change ?? null };
}

async function readFrame(version: number, moment: Date): Promise<SiteFrame> {
  const reading = readCategories(moment);
  const [settings, categories, tags, menus, lists, advertisements] = await Promise.all([
    getSiteSettings(),
    reading,
    countTags(moment),
    readMenus(),
    readLists(reading),
    listRunningAdvertisements(moment),
  ]);
  return {
    version,
    settings,
    categories,
    tags: weighTags(tags),
    headerMenu: menus.header,
    footerMenu: menus.footer,
    ...lists,
    advertisements,
    articles: totalOf(categories),
  };
}

/**
 * The frame after changes that name what they touch. Those are changes of articles, of the home page and of static pages:
 * the rest of a frame is as it was, and only what they name is counted again.
 */
async function renewFrame(
  before: Promise<SiteFrame>,
  { version, moment, named }: { version: number; moment: Date; named: readonly string[] },
): Promise<SiteFrame> {
  const known = await before.catch(() => null);
  if (!known) return readFrame(version, moment);
  const [categories, tags, lists] = await Promise.all([
    recountCategories(known.categories, named, moment),
    recountTags(known.tags, named, moment),
    readLists(known.categories),
  ]);
  return { ...known, version, categories, tags: weighTags(tags), ...lists, articles: totalOf(categories) };
}

async function readLists(
  categories: CategoryLink[] | Promise<CategoryLink[]>,
): Promise<Pick<SiteFrame, "latest" | "newest" | "blocks">> {
  const [newest, blocks] = await Promise.all([listLatest(newestSize), readBlocks(categories)]);
  return { latest: newest.slice(0, latestSize), newest, blocks };
}

async function readBlocks(categories: CategoryLink[] | Promise<CategoryLink[]>): Promise<SiteFrame["blocks"]> {
  const slugs = Object.values<string>(sideColumnCategories);
  const wanted = (await categories).filter(({ slug }) => slugs.includes(slug));
  const ids = wanted.map(({ id }) => id);
  const byCategory = await listLatestByCategory(ids, blockSize);
  return Object.fromEntries(wanted.map(({ id, slug }) => [slug, byCategory.get(id) ?? []]));
}

function totalOf(categories: readonly CategoryLink[]): number {
  return categories.reduce((sum, { articles }) => sum + articles, 0);
}

async function readMenus(): Promise<{ header: MenuLink[]; footer: MenuLink[] }> {
  const rows = await sql<MenuLink & { menu: "header" | "footer" }>(
    "SELECT menu, label, href FROM menu_item ORDER BY menu, position",
  );
  const linksOf = (menu: string): MenuLink[] =>
    rows.filter((row) => row.menu === menu).map(({ label, href }) => ({ label, href }));
  return { header: linksOf("header"), footer: linksOf("footer") };
}
