import { setEnvironment } from "@/lib/env";
setEnvironment({ DATABASE_URL: process.argv[2]! });
import { searchArticles, suggestArticles, correctQuery } from "@/lib/search/queries";
import { listRelated } from "@/lib/publications/queries/related";
import { findArticle, findNeighbours } from "@/lib/publications/queries/article";
import { listByCategory, listLatest, listByTag } from "@/lib/publications/queries/lists";
import { getSiteFrame } from "@/lib/site-frame/queries";
async function time(name: string, f: () => Promise<unknown>, n = 15) {
  const ts: number[] = [];
  for (let i = 0; i < n; i++) { const t = performance.now(); await f(); ts.push(performance.now() - t); }
  ts.sort((a, b) => a - b);
  console.log(name.padEnd(40), "med", ts[n >> 1]!.toFixed(1), "p95", ts[Math.floor(n * 0.95)]!.toFixed(1), "first-ish max", ts[n-1]!.toFixed(1));
}
const f = await getSiteFrame();
console.log(f.articles, f.tags.length);
for (const q of ["therapy", "depression", "social anxiety", "the working alliance", "dendrochronology", "pessimism", "couples session", "what happens in therapy", "generated", "people", "session -couples", '"first session"'])
  await time("search " + q, () => searchArticles(q, null, 1));
await time("suggest th", () => suggestArticles(["th"]));
await time("suggest anx", () => suggestArticles(["social", "anx"]));
await time("correct", () => correctQuery(["depresion"]));
const latest = await listLatest(3);
const art = (await findArticle(latest[2]!.slug))!;
const archive = { articles: f.articles, perTag: new Map(f.tags.map((t) => [t.id, t.articles])) };
await time("related", () => listRelated(art, archive, 9, []));
await time("findArticle", () => findArticle(art.slug));
await time("neighbours", () => findNeighbours(art));
const cat = f.categories.find((c) => c.slug === "growth-psychology")!;
await time("cat p1", () => listByCategory(cat.id, 1));
await time("cat p500", () => listByCategory(cat.id, 500));
await time("cat p5000", () => listByCategory(cat.id, 5000));
await time("tag p1", () => listByTag(f.tags[0]!.id, 1));
await time("tag p500", () => listByTag(f.tags[0]!.id, 500));
const { processWide } = await import("@/lib/process-wide");
await time("frame cold", () => { processWide<any>("site-frame", () => ({})).current = null; return getSiteFrame(); }, 7);
await time("frame warm", () => getSiteFrame());
process.exit(0);
