/** Articles in numbers that no verb could write in a test's time: plain SQL, lean texts, everything readers are told of. */
import { bumpContentVersion } from "@/lib/content-version/commands";
import { pool } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { aCategory } from "./articles";

/**
 * For databases that are thrown away: what makes writing slow and no reader's page of lists needs is dropped first (the
 * exclusion constraints and the indexes of the text search). Writes published articles `bulk-<n>` for n from `from` to `to`, one a minute back from `newest`. Every one has a cover,
 * and every third a picture in its text.
 * @param newest when `bulk-1` was published
 */
export async function insertPublications(from: number, to: number, newest: Date): Promise<void> {
  const categoryId = await aCategory("growth-psychology");
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(lighten);
    await client.query(media);
    await client.query(publications, [from, to, newest, categoryId]);
    await client.query("VACUUM ANALYZE article, publication, publication_media");
  } finally {
    client.release(true);
  }
  await transaction((tx) => bumpContentVersion(tx));
}

const lighten = `
  ALTER TABLE publication DROP CONSTRAINT IF EXISTS publication_one_version_at_a_time,
    DROP CONSTRAINT IF EXISTS publication_one_article_at_an_address;
  ALTER TABLE publication DISABLE TRIGGER publication_media_references;
  ALTER TABLE article DISABLE TRIGGER article_media_references;
  DROP INDEX IF EXISTS publication_search_idx, publication_search_head_idx, article_search_idx`;

/** Pictures without files: enough for what only names them. */
const media = `
  INSERT INTO media (sha256, key, original_name, width, height, widths, placeholder, bytes)
  SELECT sha, substr(sha, 1, 2) || '/' || substr(sha, 1, 32), 'bulk.png', 1920, 1080, '{320,640,960,1280,1920}', '', 1
  FROM (SELECT encode(sha256(convert_to('bulk ' || n, 'UTF8')), 'hex') AS sha FROM generate_series(1, 1000) AS n) AS made
  ON CONFLICT DO NOTHING`;

const publications = `
  WITH pictures AS (
    SELECT array_agg(id ORDER BY id) AS ids FROM media WHERE original_name = 'bulk.png'
  ), made AS (
    SELECT n, 'bulk-' || n AS slug, 'Article ' || n AS headline, $3::timestamptz - (n - 1) * interval '1 minute' AS at,
      '{"type": "doc", "content": []}'::jsonb AS body, ids[1 + n % cardinality(ids)] AS cover
    FROM generate_series($1::int, $2::int) AS n, pictures
  ), written AS (
    INSERT INTO article (slug, headline, body, state, category_id, cover_id, first_published_at, public_from)
    SELECT slug, headline, body, 'published', $4, cover, at, at FROM made ORDER BY n
    RETURNING id, slug
  ), public AS (
    INSERT INTO publication (article_id, visible_from, slug, category_id, headline, excerpt, body, body_text, tag_text,
      word_count, reading_minutes, cover_id, published_at, modified_at)
    SELECT written.id, at, made.slug, $4, headline, 'What it is about.', body, '', '', 0, 1, cover, at, at
    FROM made JOIN written USING (slug) ORDER BY n
    RETURNING id, article_id
  )
  INSERT INTO publication_media (publication_id, media_id)
  SELECT public.id, ids[1 + public.article_id / 3 % cardinality(ids)] FROM public, pictures WHERE public.article_id % 3 = 0`;
