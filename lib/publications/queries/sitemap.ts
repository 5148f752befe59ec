/**
 * What crawlers may index: visible articles at their own canonical address. File n of the sitemap holds the articles
 * whose ids lie in ((n - 1) * 50,000, n * 50,000]: a boundary costs nothing to find, no file holds more than 50,000, and
 * an article never changes its file.
 */
import { sql } from "@/lib/db/pool";
import { sitemapFileSize } from "@/lib/seo/sitemap-xml";
import { absoluteUrl } from "@/lib/urls";
import { indexableAt } from "../card-sql";

export type SitemapEntry = {
  slug: string;
  categorySlug: string;
  modifiedAt: Date;
  /** Cover first, then the pictures of the body, each once. */
  images: { key: string; width: number }[];
};

export type SitemapFile = {
  number: number;
  /** When the file last said something else: an article came, went or was replaced, an address or a picture changed. */
  changedAt: Date;
};

/** Articles read by one statement: some hundred kilobytes, a few hundredths of a second. */
const batchSize = 1_000;

/** Verbs that change addresses or pictures of articles without publishing them. */
const farReachingActions = ["category.saved", "category.merged", "media.replaced"];

/** As the indexes of the migration "sitemaps" have it; files are counted from 0 here. */
const fileOf = `(p.article_id - 1) / ${String(sitemapFileSize)}`;

/** The newest of a file's beginnings or ends up to the moment $1. */
const newestInFile = (column: "visible_from" | "visible_until"): string =>
  `(SELECT p.${column} FROM publication p WHERE ${fileOf} = number - 1 AND p.${column} <= $1
    ORDER BY p.${column} DESC LIMIT 1)`;

/** The articles that may be in a file. @param number SQL */
const anyArticle = (number: string): string =>
  `SELECT 1 FROM publication p JOIN category c ON c.id = p.category_id
   WHERE p.article_id > (${number} - 1)::bigint * ${String(sitemapFileSize)}
     AND p.article_id <= ${number}::bigint * ${String(sitemapFileSize)} AND ${indexableAt("$1", "$2")}`;

/** The files that hold an article at `moment`. A few look-ups a file, however many articles there are. */
export function listSitemapFiles(moment: Date): Promise<SitemapFile[]> {
  return sql<SitemapFile>(
    `SELECT number, greatest(${newestInFile("visible_from")}, ${newestInFile("visible_until")},
       (SELECT max(at) FROM audit_entry WHERE action = ANY ($3) AND at <= $1)) AS "changedAt"
     FROM generate_series(1, (SELECT (max(article_id) - 1) / ${String(sitemapFileSize)} + 1 FROM publication)) AS number
     WHERE EXISTS (${anyArticle("number")}) ORDER BY number`,
    [moment, absoluteUrl(""), farReachingActions],
  );
}

/** Whether file `number` holds an article at `moment`. */
export async function hasSitemapFile(number: number, moment: Date): Promise<boolean> {
  const rows = await sql(`${anyArticle("$3::int")} LIMIT 1`, [moment, absoluteUrl(""), number]);
  return rows.length > 0;
}

/** The articles of file `number` at `moment`, in the order of their ids, batch by batch; a statement for each. */
export async function* sitemapBatches(number: number, moment: Date): AsyncGenerator<SitemapEntry[]> {
  const [first, last] = idsOfFile(number);
  let after = first;
  for (;;) {
    const rows = await sql<EntryRow>(batchStatement, [moment, absoluteUrl(""), after, last, batchSize]);
    if (rows.length > 0) yield rows.map(toEntry);
    const end = rows.at(-1);
    if (!end || rows.length < batchSize) return;
    after = end.article_id;
  }
}

/** Ids above the first and up to the last. */
function idsOfFile(number: number): [first: number, last: number] {
  return [(number - 1) * sitemapFileSize, number * sitemapFileSize];
}

type EntryRow = {
  article_id: number;
  slug: string;
  category_slug: string;
  modified_at: Date;
  cover: string | null;
  body_images: string[];
};

/** A picture is its key, a space, and its largest width. */
const pictureOf = (alias: string): string => `${alias}.key || ' ' || ${alias}.widths[cardinality(${alias}.widths)]`;

const batchStatement = `
  SELECT p.article_id, p.slug, c.slug AS category_slug, p.modified_at, ${pictureOf("cover")} AS cover,
    ARRAY(SELECT ${pictureOf("m")} FROM publication_media used JOIN media m ON m.id = used.media_id
          WHERE used.publication_id = p.id AND used.media_id IS DISTINCT FROM p.cover_id ORDER BY m.id) AS body_images
  FROM publication p JOIN category c ON c.id = p.category_id LEFT JOIN media cover ON cover.id = p.cover_id
  WHERE p.article_id > $3::bigint AND p.article_id <= $4::bigint AND ${indexableAt("$1", "$2")}
  ORDER BY p.article_id LIMIT $5`;

function toEntry({ slug, category_slug, modified_at, cover, body_images }: EntryRow): SitemapEntry {
  const images = [...(cover === null ? [] : [cover]), ...body_images].map((picture) => {
    const [key = "", width] = picture.split(" ");
    return { key, width: Number(width) };
  });
  return { slug, categorySlug: category_slug, modifiedAt: modified_at, images };
}
