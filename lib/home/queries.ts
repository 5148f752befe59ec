/** Who stands where on the home page, for the desk. Readers get theirs from lib/publications/queries/home.ts. */
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { visibleAt } from "@/lib/publications/card-sql";
import { listLatest } from "@/lib/publications/queries/lists";
import { fillHomeSlots, homeSlots, type HomeSlotName } from "./slots";

export type HomePin = {
  articleId: number;
  headline: string;
  until: Date;
  /** False while readers do not see the story: its place fills itself. */
  visible: boolean;
};

export type HomePlace = {
  slot: HomeSlotName;
  pin: HomePin | null;
  /** What readers see there now. */
  shown: { articleId: number; headline: string } | null;
};

/** Every place with its pin and with what stands there now. Pins whose time is over are none. @throws AppError "forbidden" */
export async function listHomePlaces(actor: Actor): Promise<HomePlace[]> {
  authorise(actor, "home.curate");
  const rows = await sql<HomePin & { slot: string }>(
    `SELECT s.slot, s.article_id AS "articleId", s.until, coalesce(p.headline, a.headline) AS headline,
       p.id IS NOT NULL AS visible
     FROM home_slot s JOIN article a ON a.id = s.article_id
     LEFT JOIN publication p ON p.article_id = a.id AND ${visibleAt("p", "$1")}
     WHERE s.until > $1`,
    [now()],
  );
  const pins = new Map(rows.map(({ slot, ...pin }) => [slot, pin]));
  const visible = new Map([...pins].filter(([, pin]) => pin.visible));
  const newest = await listLatest(
    homeSlots.length,
    [...visible.values()].map(({ articleId }) => articleId),
  );
  const filled = fillHomeSlots<{ articleId: number; headline: string }>(visible, newest);
  return homeSlots.map((slot) => {
    const story = filled.get(slot);
    const shown = story ? { articleId: story.articleId, headline: story.headline } : null;
    return { slot, pin: pins.get(slot) ?? null, shown };
  });
}

export type PinCandidate = { articleId: number; headline: string; publishedAt: Date };

/** Live stories whose headline holds `words`, newest first; the newest of all when it is empty. @throws AppError "forbidden" */
export async function findPinCandidates(actor: Actor, words: string): Promise<PinCandidate[]> {
  authorise(actor, "home.curate");
  return sql<PinCandidate>(
    `SELECT p.article_id AS "articleId", p.headline, p.published_at AS "publishedAt" FROM publication p
     WHERE ${visibleAt("p", "$1")} AND strpos(lower(p.headline), lower($2)) > 0
     ORDER BY p.published_at DESC, p.article_id DESC LIMIT 20`,
    [now(), words.trim().slice(0, 200)],
  );
}
