/**
 * Tries to see something old: writers publish, update, withdraw and move articles on one instance each, readers ask all
 * instances for the articles, their categories and the feeds, and every answer is compared with what the writers had been
 * told before it was asked for.
 */
import { articlePath, categoryPath, feedPath, homePath } from "@/lib/urls";
import { aCategory, aDraft } from "@/tests/factories/articles";
import type { Instance } from "./instances";

type State = {
  /** What an article's line says on every page; null while it is withdrawn. */
  line: string | null;
  path: string;
  categorySlug: string;
  /** When its verb returned; null while it is under way. */
  doneAt: number | null;
};

type Article = { id: number; writer: number; states: State[] };

export type Consistency = {
  actions: number;
  reads: number;
  /** Verbs that failed, and answers of 500 and more: a machine at its end does that. They prove nothing either way. */
  failures: string[];
  /** Older answers on the instance that had changed it. */
  violations: string[];
  /** The longest that another instance still showed the older state, in milliseconds. */
  longestLag: number;
};

export type Plan = { instances: Instance[]; writers: number; readers: number; seconds: number };

const categories = ["news", "stress"] as const;
const articlesPerWriter = 2;
/** What proves something. */
export const enough = { actions: 30, reads: 300 };
/** Milliseconds after the planned time in which that must be reached. */
const mostExtra = 90_000;

/** @param plan the database is that of this process, and empty but for what tests wrote */
export async function runConsistency(plan: Plan): Promise<Consistency> {
  const categoryIds = { news: await aCategory("news"), stress: await aCategory("stress") };
  const articles: Article[] = [];
  for (let writer = 0; writer < plan.writers; writer += 1) {
    for (let count = 0; count < articlesPerWriter; count += 1) {
      const { articleId } = await aDraft({ slug: `of-${String(writer)}-${String(count)}` });
      const path = articlePath({ categorySlug: "news", slug: `of-${String(writer)}-${String(count)}` });
      articles.push({ id: articleId, writer, states: [{ line: null, path, categorySlug: "news", doneAt: 0 }] });
    }
  }
  const result: Consistency = { actions: 0, reads: 0, failures: [], violations: [], longestLag: 0 };
  const end = performance.now() + plan.seconds * 1000;
  // A busy machine gets more time to do enough.
  const isEnough = (): boolean => result.actions >= enough.actions && result.reads >= enough.reads;
  const isOver = (): boolean => performance.now() > end && (isEnough() || performance.now() > end + mostExtra);
  const writing = Array.from({ length: plan.writers }, (_, writer) =>
    write(plan, { own: articles.filter((article) => article.writer === writer), categoryIds, isOver, result }),
  );
  const reading = Array.from({ length: plan.readers }, () => read(plan, { articles, isOver, result }));
  await Promise.all([...writing, ...reading]);
  return result;
}

type Writing = {
  own: Article[];
  categoryIds: Record<string, number>;
  isOver: () => boolean;
  result: Consistency;
};

async function write({ instances }: Plan, { own, categoryIds, isOver, result }: Writing): Promise<void> {
  for (let round = 1; !isOver(); round += 1) {
    const article = own[round % own.length]!;
    const instance = instances[article.writer % instances.length]!;
    const before = article.states.at(-1)!;
    const verb = before.line !== null && Math.random() < 0.2 ? "withdraw" : "publish";
    const moves = verb === "publish" && Math.random() < 0.4;
    const categorySlug = moves && Math.random() < 0.5 ? categories[round % 2]! : before.categorySlug;
    const slug = moves ? `of-${String(article.id)}-${String(round)}` : before.path.split("/")[2]!;
    const headline = `round ${String(round)}`;
    const after: State = {
      line: verb === "publish" ? `[${String(article.id)}:${headline}]` : null,
      path: articlePath({ categorySlug, slug }),
      categorySlug,
      doneAt: null,
    };
    article.states.push(after);
    const order = { verb, articleId: article.id, headline, slug, categoryId: categoryIds[categorySlug]! } as const;
    try {
      await instance.carryOut(order);
      after.doneAt = performance.now();
      result.actions += 1;
    } catch (error) {
      // It may have happened or not: its state stays one that may be seen and need not.
      result.failures.push(error instanceof Error ? error.message : String(error));
    }
  }
}

type Reading = { articles: Article[]; isOver: () => boolean; result: Consistency };

/** Mostly one that is being changed right now. */
function pickArticle(articles: Article[]): Article {
  const changing = articles.filter(({ states }) => states.at(-1)?.doneAt === null);
  return pick(changing.length > 0 && Math.random() < 0.8 ? changing : articles);
}

async function read({ instances }: Plan, { articles, isOver, result }: Reading): Promise<void> {
  while (!isOver()) {
    const article = pickArticle(articles);
    const own = article.writer % instances.length;
    const where = Math.random() < 0.5 ? own : Math.floor(Math.random() * instances.length);
    const address = pick([
      ...article.states.slice(-2).map(({ path }) => path),
      ...[...categories].flatMap((slug) => [categoryPath(slug), feedPath(categoryPath(slug), "rss")]),
      homePath,
      feedPath(homePath, "rss"),
    ]);
    const told = article.states.findLastIndex(({ doneAt }) => doneAt !== null);
    const asked = performance.now();
    const response = await fetch(instances[where]!.base + address, { redirect: "manual" });
    const text = await response.text();
    if (response.status >= 500) {
      result.failures.push(`${address}: ${String(response.status)}`);
      continue;
    }
    result.reads += 1;
    const main = /<main>(.*)<\/main>/s.exec(text)?.[1] ?? "";
    const seen = article.states.findLastIndex((state) => isSeen(state, address, main, article.id));
    if (seen >= told) continue;
    const since = article.states.slice(seen + 1).find(({ doneAt }) => doneAt !== null)?.doneAt ?? asked;
    if (own === where || seen === -1) {
      result.violations.push(
        `${address} shows state ${String(seen)} (${main}), ${String(Math.round(asked - since))} ms after ` +
          JSON.stringify(article.states.slice(seen + 1)),
      );
    } else result.longestLag = Math.max(result.longestLag, asked - since);
  }
}

/** Whether a page could have been made while the article was in this state. */
function isSeen({ line, path, categorySlug }: State, address: string, main: string, id: number): boolean {
  const isList = !/^\/[^/]+\/of-/.test(address);
  const belongs = isList
    ? address === homePath || address === feedPath(homePath, "rss") || address.startsWith(categoryPath(categorySlug))
    : address === path;
  return line !== null && belongs ? main.includes(line) : !main.includes(`[${String(id)}:`);
}

function pick<Item>(items: readonly Item[]): Item {
  return items[Math.floor(Math.random() * items.length)]!;
}
