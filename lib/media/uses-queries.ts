/** Where a picture is used: every table that can name one, each by its index. */
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { articlePath } from "@/lib/urls";
import type { MediaUse } from "./types";

type UseRow = {
  kind: MediaUse["kind"];
  place: "cover" | "body" | null;
  id: number;
  title: string;
  /** Of a publication; of a home slot and an advertisement, the slot's name. */
  slug: string | null;
  category_slug: string | null;
  state: "live" | "scheduled" | "ended" | "enabled" | "disabled" | null;
  versions: number;
};

/** A picture in more places than this is listed in part: enough to see what it is. */
const mostUses = 500;

/**
 * $1 the picture, $2 the moment. What readers see comes first. A body that was published twice with the picture in it is
 * one place; earlier versions are told only of articles that no longer use it.
 */
const usesStatement = `
  WITH working AS (
    SELECT id, 'cover' AS place FROM article WHERE cover_id = $1
    UNION ALL SELECT article_id, 'body' FROM article_media WHERE media_id = $1
  ), public AS (
    SELECT id, 'cover' AS place FROM publication WHERE cover_id = $1
    UNION ALL SELECT publication_id, 'body' FROM publication_media WHERE media_id = $1
  ), found AS (
    SELECT DISTINCT 'publication' AS kind, public.place, p.article_id AS id, p.headline AS title, p.slug, c.slug AS category_slug,
      CASE WHEN p.visible_until <= $2 THEN 'ended' WHEN p.visible_from > $2 THEN 'scheduled' ELSE 'live' END AS state,
      1 AS versions
    FROM public JOIN publication p ON p.id = public.id JOIN category c ON c.id = p.category_id
    UNION ALL
    SELECT 'home-slot', NULL, p.article_id, p.headline, h.slot, NULL, 'live', 1
    FROM publication p JOIN home_slot h ON h.article_id = p.article_id
    WHERE p.cover_id = $1 AND h.until > $2 AND p.visible_from <= $2 AND (p.visible_until IS NULL OR p.visible_until > $2)
    UNION ALL
    SELECT 'page', 'body', g.id, g.title, NULL, NULL, 'live', 1
    FROM page_media j JOIN page g ON g.id = j.page_id WHERE j.media_id = $1
    UNION ALL
    SELECT 'portrait', NULL, person.id, name, NULL, NULL, 'live', 1 FROM person WHERE portrait_id = $1
    UNION ALL
    SELECT 'advertisement', NULL, advertisement.id, name, slot, NULL,
      CASE WHEN enabled AND (ends_at IS NULL OR ends_at > $2) THEN 'enabled' ELSE 'disabled' END, 1
    FROM advertisement WHERE media_id = $1
    UNION ALL
    SELECT 'working-copy', working.place, a.id, a.headline, NULL, NULL, NULL, 1
    FROM working JOIN article a ON a.id = working.id
    UNION ALL
    SELECT 'earlier-versions', NULL, a.id, a.headline, NULL, NULL, NULL, count(*)::int
    FROM revision_media j JOIN revision r ON r.id = j.revision_id JOIN article a ON a.id = r.article_id
    WHERE j.media_id = $1 AND r.article_id NOT IN (SELECT id FROM working)
    GROUP BY a.id
  )
  SELECT * FROM found
  ORDER BY array_position(ARRAY['live', 'enabled', 'scheduled'], state) NULLS LAST, kind, title, id, place
  LIMIT ${String(mostUses)}`;

/**
 * Every place that uses a picture, what readers see first (at most 500 places); empty for a picture that nothing uses or
 * that does not exist.
 * @throws AppError "forbidden"
 */
export async function whereUsed(actor: Actor, mediaId: number): Promise<MediaUse[]> {
  authorise(actor, "media.browse");
  return (await sql<UseRow>(usesStatement, [mediaId, now()])).map(toUse);
}

/** As whereUsed, for a verb that has locked the picture. */
export async function usesOf(tx: Transaction, mediaId: number): Promise<MediaUse[]> {
  return (await tx.$queryRawUnsafe<UseRow[]>(usesStatement, mediaId, now())).map(toUse);
}

function toUse(row: UseRow): MediaUse {
  const place = row.place ?? "body";
  const slot = row.slug ?? "";
  switch (row.kind) {
    case "working-copy":
      return { kind: row.kind, place, articleId: row.id, headline: row.title };
    case "publication": {
      const when = row.state === "live" || row.state === "scheduled" ? row.state : "ended";
      const address = articlePath({ categorySlug: row.category_slug ?? "", slug: row.slug ?? "" });
      return { kind: row.kind, place, articleId: row.id, headline: row.title, when, path: address };
    }
    case "earlier-versions":
      return { kind: row.kind, articleId: row.id, headline: row.title, versions: row.versions };
    case "home-slot":
      return { kind: row.kind, slot, articleId: row.id, headline: row.title };
    case "page":
      return { kind: row.kind, pageId: row.id, title: row.title };
    case "portrait":
      return { kind: row.kind, personId: row.id, name: row.title };
    case "advertisement":
      return { kind: row.kind, advertisementId: row.id, name: row.title, slot, enabled: row.state === "enabled" };
  }
}
