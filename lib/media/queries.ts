import { preparedSql } from "@/lib/db/pool";
import type { MediaView } from "./types";

/** The pictures with these ids, by id; unknown ids are left out. */
export async function findMedia(ids: number[]): Promise<Map<number, MediaView>> {
  if (ids.length === 0) return new Map();
  const rows = await preparedSql<MediaView>(
    "SELECT id, key, width, height, widths, placeholder, alt, credit, crops FROM media WHERE id = ANY ($1::int[])",
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
