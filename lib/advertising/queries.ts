import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import type { MediaView } from "@/lib/media/types";
import { cleanAdvertisementHtml } from "./html";
import { advertisementState } from "./policy";
import type { AdvertisementContent, AdvertisementEntry, AdvertisementForm, AdvertisementView } from "./types";

/** Picture of an advertisement as one JSON value, null when it has none. */
const mediaJson = `
  CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'key', m.key, 'width', m.width, 'height', m.height,
    'widths', m.widths, 'placeholder', m.placeholder, 'alt', a.alt, 'credit', NULL) END AS media`;

/** What runs at `moment`, by slot. */
export async function listRunningAdvertisements(moment: Date): Promise<AdvertisementView[]> {
  const rows = await sql<
    Pick<AdvertisementForm, "id" | "slot" | "width" | "height" | "href" | "html"> & { media: MediaView | null }
  >(
    `SELECT a.id, a.slot, a.width, a.height, a.href, a.html, ${mediaJson}
     FROM advertisement a LEFT JOIN media m ON m.id = a.media_id
     WHERE a.enabled AND (a.starts_at IS NULL OR a.starts_at <= $1) AND (a.ends_at IS NULL OR a.ends_at > $1)
     ORDER BY a.slot, a.id`,
    [moment],
  );
  return rows.flatMap(({ href, html, media, ...box }) => {
    const content = contentOf({ href, html, media });
    return content ? [{ ...box, content }] : [];
  });
}

/** What an advertisement shows; null when its row holds neither picture nor text. HTML is cleaned again on the way out. */
export function contentOf({
  href,
  html,
  media,
}: Pick<AdvertisementForm, "href" | "html" | "media">): AdvertisementContent | null {
  if (media && href) return { kind: "image", href, media };
  const cleaned = html ? cleanAdvertisementHtml(html) : "";
  return cleaned === "" ? null : { kind: "html", html: cleaned };
}

/** All advertisements, by slot and name. @throws AppError "forbidden" */
export async function listAdvertisements(actor: Actor): Promise<AdvertisementEntry[]> {
  authorise(actor, "advertising.edit");
  const rows = await sql<Omit<AdvertisementEntry, "state" | "kind"> & { isHtml: boolean }>(
    `SELECT id, name, slot, html IS NOT NULL AS "isHtml", enabled, starts_at AS "startsAt", ends_at AS "endsAt", version
     FROM advertisement ORDER BY slot, lower(name), id`,
  );
  const moment = now();
  return rows.map(({ isHtml, ...row }) => ({
    ...row,
    kind: isHtml ? ("html" as const) : ("image" as const),
    state: advertisementState(row, moment),
  }));
}

/** One advertisement for its form. @throws AppError "forbidden", "not-found" */
export async function getAdvertisement(actor: Actor, id: number): Promise<AdvertisementForm> {
  authorise(actor, "advertising.edit");
  const [row] = await sql<AdvertisementForm>(
    `SELECT a.id, a.version, a.name, a.slot, a.media_id AS "mediaId", a.alt, a.href, a.html, a.width, a.height, a.enabled,
       a.starts_at AS "startsAt", a.ends_at AS "endsAt", ${mediaJson}
     FROM advertisement a LEFT JOIN media m ON m.id = a.media_id WHERE a.id = $1`,
    [id],
  );
  if (!row) throw new AppError("not-found", "There is no such advertisement.");
  return row;
}
