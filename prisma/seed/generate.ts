/**
 * Deterministic articles in any number, for measurements: the same number always makes the same archive. Texts are put
 * together from the paragraphs of the sample content, so that words are as common and as rare as in real articles.
 * Written with bulk inserts, past the verbs: 100,000 articles take minutes instead of hours.
 */
import { database } from "@/lib/db/client";
import { pool } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { blockText } from "@/lib/richtext/plain-text";
import { readMarkdown } from "@/lib/richtext/markdown/read";
import type { Block } from "@/lib/richtext/schema";
import { countWords, readingMinutes } from "@/lib/richtext/words";
import { rebuildSearchWords } from "@/lib/search/commands";
import { slugify } from "@/lib/slug";
import { readArticleFiles } from "./content-files";
import { seed } from "./seed";

/** The newest generated article; they go back from here over three years. */
const newest = Date.UTC(2026, 9, 31, 12);
const span = 3 * 365 * 86_400_000;
/** Share of the articles in the biggest category: at 10,000 articles it has 500 full pages. */
const biggestShare = 0.62;
const biggestCategory = "growth-psychology";
const batchSize = 500;
/** Two connections keep two cores busy with the text search columns. */
const connections = 2;

type Frame = {
  categories: number[];
  biggest: number;
  tags: { id: number; name: string }[];
  people: number[];
  media: number[];
};
type Material = { headlines: string[]; excerpts: string[]; paragraphs: Block[]; headings: string[] };

/**
 * Writes `count` generated articles into a database that has the sample content's categories, tags and desks (they are
 * written first when it has none). Articles made by an earlier call with the same or a smaller number are kept.
 * @returns how many articles were added
 */
export async function generateArticles(count: number): Promise<number> {
  if ((await database().category.count()) === 0) await seed({ pictures: false });
  const frame = await readFrame();
  const material = readMaterial();
  const present = await presentNumbers();
  const numbers = Array.from({ length: count }, (_, number) => number).filter((number) => !present.has(number));
  const added = numbers.length;
  // Building the indexes and the dictionary anew takes minutes, for nothing when all articles are there.
  if (numbers.length === 0) return 0;
  await withoutSearchIndexes(async () => {
    const worker = async (): Promise<void> => {
      for (let batch = numbers.splice(0, batchSize); batch.length > 0; batch = numbers.splice(0, batchSize)) {
        await insert(batch.map((number) => generatedArticle(number, count, frame, material)));
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
  });
  await transaction(async (tx) => {
    await bumpContentVersion(tx);
  });
  await inBulk(async (query) => {
    await query("VACUUM ANALYZE");
  });
  await rebuildWords();
  return added;
}

/** Also after a call that was interrupted, which leaves gaps: batches are written side by side. */
async function presentNumbers(): Promise<Set<number>> {
  const rows = await database().$queryRaw<{ number: number }[]>`
    SELECT substring(slug FROM '^generated-([0-9]+)-')::int AS number FROM article WHERE slug ~ '^generated-[0-9]+-'`;
  return new Set(rows.map(({ number }) => number));
}

async function readFrame(): Promise<Frame> {
  const db = database();
  const categories = await db.category.findMany({ select: { id: true, slug: true }, orderBy: { id: "asc" } });
  const biggest = categories.find(({ slug }) => slug === biggestCategory);
  if (!biggest) throw new Error(`There is no category ${biggestCategory}.`);
  return {
    biggest: biggest.id,
    categories: categories.filter(({ id }) => id !== biggest.id).map(({ id }) => id),
    tags: await db.tag.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" } }),
    people: (await db.person.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id),
    media: (await db.media.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id),
  };
}

function readMaterial(): Material {
  const files = readArticleFiles();
  const blocks = files.flatMap((file) => readMarkdown(file.markdown, { resolveImage: () => 1 }).doc.content);
  return {
    headlines: files.map((file) => file.title),
    excerpts: files.map((file) => file.excerpt),
    // References would need their lists; the words are what counts here.
    paragraphs: blocks.filter((block) => block.type === "paragraph").map(withoutReferences),
    headings: blocks.filter((block) => block.type === "heading").map(blockText),
  };
}

function withoutReferences(block: Block): Block {
  if (block.type !== "paragraph") return block;
  return { ...block, content: block.content?.filter((inline) => inline.type !== "reference") };
}

function generatedArticle(number: number, count: number, frame: Frame, material: Material) {
  const random = mulberry32(number + 1);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const headline = `${pick(material.headlines)}: ${pick(material.headings).toLowerCase()}`.slice(0, 160);
  const blocks: Block[] = [];
  for (let section = 0; section < 4; section += 1) {
    blocks.push({
      type: "heading",
      attrs: { level: 2, id: `section-${String(section + 1)}` },
      content: [{ type: "text", text: pick(material.headings) }],
    });
    for (let index = 0; index < 3; index += 1) blocks.push(pick(material.paragraphs));
  }
  const bodyText = blocks.map(blockText).join("\n");
  const words = countWords(bodyText);
  const tags = [...new Set([pick(frame.tags), pick(frame.tags), pick(frame.tags)])];
  return {
    slug: `generated-${String(number)}-${slugify(headline).slice(0, 60).replace(/-+$/, "")}`,
    category_id: random() < biggestShare ? frame.biggest : pick(frame.categories),
    headline,
    excerpt: pick(material.excerpts),
    body: { type: "doc", content: blocks },
    body_text: bodyText,
    tag_text: tags.map((tag) => tag.name).join(", "),
    word_count: words,
    reading_minutes: readingMinutes(words),
    cover_id: frame.media.length > 0 ? pick(frame.media) : null,
    published_at: new Date(newest - Math.floor((number / Math.max(1, count)) * span)).toISOString(),
    tag_ids: tags.map((tag) => tag.id),
    person_id: pick(frame.people),
  };
}

const insertStatement = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (slug text, category_id int, headline text, excerpt text, body jsonb,
      body_text text, tag_text text, word_count int, reading_minutes int, cover_id int, published_at timestamptz,
      tag_ids int[], person_id int)
  ),
  articles AS (
    INSERT INTO article (state, slug, category_id, headline, excerpt, body, cover_id, cover_alt, first_published_at, public_from, created_at, updated_at)
    SELECT 'published', slug, category_id, headline, excerpt, body, cover_id, 'A generated drawing', published_at, published_at, published_at, published_at
    FROM given RETURNING id, slug
  ),
  article_authors AS (
    INSERT INTO article_author (article_id, person_id, position) SELECT a.id, g.person_id, 0 FROM articles a JOIN given g USING (slug)
  ),
  article_tags AS (
    INSERT INTO article_tag (article_id, tag_id, position)
    SELECT a.id, t.tag_id, t.position - 1
    FROM articles a JOIN given g USING (slug), unnest(g.tag_ids) WITH ORDINALITY AS t (tag_id, position)
  ),
  publications AS (
    INSERT INTO publication (article_id, visible_from, slug, category_id, headline, excerpt, body, body_text, tag_text,
      word_count, reading_minutes, cover_id, cover_alt, published_at, modified_at)
    SELECT a.id, g.published_at, g.slug, g.category_id, g.headline, g.excerpt, g.body, g.body_text, g.tag_text,
      g.word_count, g.reading_minutes, g.cover_id, 'A generated drawing', g.published_at, g.published_at
    FROM given g JOIN articles a USING (slug) RETURNING id, article_id, slug, published_at
  ),
  authors AS (
    INSERT INTO publication_author (publication_id, person_id, position, article_id, published_at)
    SELECT p.id, g.person_id, 0, p.article_id, p.published_at FROM publications p JOIN given g USING (slug)
  )
  INSERT INTO publication_tag (publication_id, tag_id, position, article_id, published_at)
  SELECT p.id, t.tag_id, t.position - 1, p.article_id, p.published_at
  FROM publications p JOIN given g USING (slug), unnest(g.tag_ids) WITH ORDINALITY AS t (tag_id, position)`;

async function insert(articles: ReturnType<typeof generatedArticle>[]): Promise<void> {
  await inBulk((query) => query(insertStatement, [JSON.stringify(articles)]));
}

type Query = (text: string, values?: unknown[]) => Promise<unknown>;

/** A connection of its own without the time limit of reader pages. */
async function inBulk(work: (query: Query) => Promise<unknown>): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query("SET maintenance_work_mem = '512MB'");
    await work((text, values) => client.query(text, values));
  } finally {
    client.release(true);
  }
}

/** Building a GIN index over everything at the end is several times faster than growing it row by row. */
async function withoutSearchIndexes(work: () => Promise<void>): Promise<void> {
  await inBulk(async (query) => {
    await query("DROP INDEX IF EXISTS publication_search_idx, publication_search_head_idx, article_search_idx");
  });
  try {
    await work();
  } finally {
    await inBulk(async (query) => {
      await query("CREATE INDEX IF NOT EXISTS publication_search_idx ON publication USING gin (search)");
      await query("CREATE INDEX IF NOT EXISTS publication_search_head_idx ON publication USING gin (search_head)");
      await query("CREATE INDEX IF NOT EXISTS article_search_idx ON article USING gin (search)");
    });
  }
}

async function rebuildWords(): Promise<void> {
  await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      await rebuildSearchWords(tx);
    },
    { timeout: 3_600_000 },
  );
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough to shuffle paragraphs, the same everywhere. */
function mulberry32(seedNumber: number): () => number {
  let state = seedNumber >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
