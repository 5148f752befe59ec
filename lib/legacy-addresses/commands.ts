import type { Transaction } from "@/lib/db/client";
import { parseInput } from "@/lib/input";
import { legacyAddressInput, type LegacyAddressInput, type LegacyKind } from "./schema";

type Row = {
  kind: LegacyKind;
  target: number;
  legacy_id: number | null;
  path: string | null;
};

/**
 * Remembers where things of an earlier site were, so that its addresses lead to them wherever they move, as long as they
 * are here. Recorded again, an address leads to what was named last. Call it inside the transaction of the import, which
 * asks who may, writes the audit entry and bumps the content version.
 * @throws InputError for what is no old address
 */
export async function recordLegacyAddresses(tx: Transaction, given: LegacyAddressInput[]): Promise<void> {
  const rows = given.map((one) => parseInput(legacyAddressInput, one));
  const numbers = rows.flatMap(({ kind, targetId, legacyId }): Row[] =>
    legacyId === null ? [] : [{ kind, target: targetId, legacy_id: legacyId, path: null }],
  );
  const paths = rows.flatMap(({ kind, targetId, paths: old }): Row[] =>
    old.map((path) => ({ kind, target: targetId, legacy_id: null, path })),
  );
  const latest = (all: Row[], keyOf: (row: Row) => string): string =>
    JSON.stringify([...new Map(all.map((row) => [keyOf(row), row])).values()]);
  // One statement a unique index: what is there already is led to the new target.
  await tx.$executeRaw`
    INSERT INTO legacy_address (kind, legacy_id, article_id, page_id, media_id, category_id, person_id)
    SELECT kind::"LegacyKind", legacy_id, CASE kind WHEN 'article' THEN target END, CASE kind WHEN 'page' THEN target END,
      CASE kind WHEN 'media' THEN target END, CASE kind WHEN 'category' THEN target END,
      CASE kind WHEN 'person' THEN target END
    FROM jsonb_to_recordset(${latest(numbers, (row) => `${row.kind} ${String(row.legacy_id)}`)}::jsonb)
      AS g (kind text, target int, legacy_id int)
    ON CONFLICT (kind, legacy_id) DO UPDATE SET article_id = excluded.article_id, page_id = excluded.page_id,
      media_id = excluded.media_id, category_id = excluded.category_id, person_id = excluded.person_id`;
  await tx.$executeRaw`
    INSERT INTO legacy_address (kind, path, article_id, page_id, media_id, category_id, person_id)
    SELECT kind::"LegacyKind", path, CASE kind WHEN 'article' THEN target END, CASE kind WHEN 'page' THEN target END,
      CASE kind WHEN 'media' THEN target END, CASE kind WHEN 'category' THEN target END,
      CASE kind WHEN 'person' THEN target END
    FROM jsonb_to_recordset(${latest(paths, (row) => row.path ?? "")}::jsonb) AS g (kind text, target int, path text)
    ON CONFLICT (path) DO UPDATE SET kind = excluded.kind, article_id = excluded.article_id, page_id = excluded.page_id,
      media_id = excluded.media_id, category_id = excluded.category_id, person_id = excluded.person_id`;
}
