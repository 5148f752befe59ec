/** What tests of feeds do to articles. */
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { WorkingCopyInput } from "@/lib/articles/schema";
import { setClock } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { aPublishedArticle, testActor } from "@/tests/factories/articles";

const start = Date.UTC(2026, 5, 1, 8);

/** `hour` hours after the start of the tests' time. */
export function at(hour: number): Date {
  return new Date(start + hour * 3_600_000);
}

/** `count` articles, one an hour from `hour` on. @returns their ids, the oldest first */
export async function aSeries(count: number, hour: number, given: Partial<WorkingCopyInput> = {}): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    setClock(at(hour + index));
    const { slug: _, ...rest } = given;
    ids.push((await aPublishedArticle(rest)).articleId);
  }
  return ids;
}

/** Saves and publishes a new version. */
export async function republish(
  articleId: number,
  given: Partial<WorkingCopyInput>,
  visibleFrom?: Date,
): Promise<void> {
  const { version, copy } = await getWorkingCopy(testActor, articleId);
  const saved = await saveArticle(testActor, {
    articleId,
    expectedVersion: version,
    workingCopy: { ...copy, ...given },
  });
  await publishArticle(testActor, {
    articleId,
    expectedVersion: saved.version,
    ...(visibleFrom ? { visibleFrom } : {}),
  });
}

export async function withdraw(articleId: number, reason = "It was wrong.", gone = false): Promise<void> {
  const { version } = await getWorkingCopy(testActor, articleId);
  await withdrawArticle(testActor, { articleId, expectedVersion: version, reason, gone });
}

/** Puts `count` more public articles with the same text and tags beside one, an hour apart, without the work of publishing: no search finds them. */
export async function multiply(articleId: number, count: number): Promise<void> {
  const columnsOf = async (table: string): Promise<string> => {
    const rows = await sql<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
      [table],
    );
    return rows.map(({ name }) => name).join(", ");
  };
  const copied = async (table: string, key: "id" | "article_id", changes: string): Promise<void> => {
    const columns = await columnsOf(table);
    const statement = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM (
      SELECT (jsonb_populate_record(source, jsonb_build_object(${changes}))).*
      FROM ${table} source, generate_series($2::int, $3::int) AS n WHERE source.${key} = $1) AS copy`;
    // A few at a time: no statement may take long.
    for (let first = 1; first <= count; first += 10) {
      await sql(statement, [articleId, first, Math.min(count, first + 9)]);
    }
  };
  const later = "source.published_at + n * interval '1 hour'";
  const id = "1000000 + n";
  const slug = "'slug', 'copy-' || n";
  await copied("article", "id", `'id', ${id}, ${slug}`);
  const dates = `'published_at', ${later}, 'modified_at', ${later}, 'visible_from', ${later}`;
  await copied(
    "publication",
    "article_id",
    `'id', ${id}, 'article_id', ${id}, ${slug}, 'revision_id', NULL, 'body_text', '', ${dates}`,
  );
  for (const table of ["publication_tag", "publication_author"]) {
    await copied(table, "article_id", `'publication_id', ${id}, 'article_id', ${id}, 'published_at', ${later}`);
  }
}
