/** Search and related posts, asked of the database directly. */
import { now } from "@/lib/clock";
import { findArticle } from "@/lib/publications/queries/article";
import { listRelated } from "@/lib/publications/queries/related";
import { sql } from "@/lib/db/pool";
import { searchArticles } from "@/lib/search/queries";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { milliseconds, summarise, type Row } from "./statistics";

/** Common and rare words, several words, phrases, exclusions, nothing. */
export const searches = [
  "therapy",
  "depression",
  "social anxiety",
  "the working alliance",
  "pessimism",
  "couples session",
  "people",
  "what happens in therapy",
  "session -couples",
  '"first session"',
  "burnout",
  "homework",
  "loneliness friends",
  "attention",
  "chatbot trial",
  "dendrochronology",
  "self-esteem scale",
  "attachment",
  "stress at work",
  "repair fight",
];
const rounds = 10;
const searchTarget = 80;
const relatedTarget = 20;

export async function measureSearch(): Promise<Row> {
  const ask = async (text: string): Promise<number> => {
    const started = performance.now();
    await searchArticles(text, null, 1);
    return performance.now() - started;
  };
  for (const text of searches) await ask(text);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) for (const text of searches) times.push(await ask(text));
  return row("search, first page", times, searchTarget);
}

export async function measureRelated(): Promise<Row> {
  const { articles, tags } = await getSiteFrame();
  const archive = { articles, perTag: new Map(tags.map((tag) => [tag.id, tag.articles])) };
  const slugs = await sql<{ slug: string }>(
    "SELECT slug FROM publication WHERE visible_from <= $1 AND visible_until IS NULL ORDER BY md5(id::text) LIMIT 120",
    [now()],
  );
  const times: number[] = [];
  for (const { slug } of slugs) {
    const article = await findArticle(slug);
    if (!article) throw new Error(`no article ${slug}`);
    const started = performance.now();
    await listRelated(article, archive, 9);
    times.push(performance.now() - started);
  }
  return row("related posts", times.slice(20), relatedTarget);
}

function row(what: string, times: number[], target: number): Row {
  const { median, p95 } = summarise(times);
  return {
    what,
    figures: `median ${milliseconds(median)}, p95 ${milliseconds(p95)}`,
    target: `p95 <= ${String(target)} ms`,
    met: p95 <= target,
  };
}
