/** An article that nginx sends from a file of the app's, as shipped, beside nginx with the same bytes and nothing else to do. */
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "@/lib/db/pool";
import { articlePath } from "@/lib/urls";
import { freePort } from "@/tests/e2e/magazine-process";
import { startNginx } from "@/tests/factories/nginx";
import { requestsPerSecond } from "./load";
import { startStaticNginx } from "./nginx-static";
import { browser, encodedBody } from "./requests";
import { onDatabase, pinProcess, startSite } from "./site-process";
import { summarise, type Row } from "./statistics";

const rounds = 7;
const target = 0.95;

/** @param databaseUrl of a database with articles that queryDatabase() points at */
export async function measurePageFiles(databaseUrl: string, port: number, dataDirectory: string): Promise<Row[]> {
  const nginxPort = await freePort();
  const siteUrl = `http://127.0.0.1:${String(nginxPort)}`;
  const pageFiles = await mkdtemp(path.join(tmpdir(), "bench-pages-"));
  const environment = { ...onDatabase(databaseUrl, dataDirectory), PAGE_FILES_DIR: pageFiles };
  const site = await startSite({ port, cacheMegabytes: 256, environment, siteUrl });
  const nginx = await startNginx([port, port], { port: nginxPort, pageFiles });
  pinProcess(nginx.pid);
  try {
    const article = await anArticle();
    await fetch(nginx.base + article, { headers: browser });
    await fileOf(pageFiles, article);
    const bare = await startStaticNginx(await encodedBody(nginx.base + article));
    if (!bare) throw new Error("nginx is needed on the path");
    try {
      return await besides({ base: nginx.base, path: article }, { base: bare.base, path: "/" });
    } finally {
      await bare.stop();
    }
  } finally {
    await nginx.stop();
    await site.stop();
    await rm(pageFiles, { recursive: true, force: true });
  }
}

type Address = { base: string; path: string };

async function besides(own: Address, bare: Address): Promise<Row[]> {
  const rates: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const reference = await requestsPerSecond({ ...bare, headers: browser, status: 200 });
    const rate = await requestsPerSecond({ ...own, headers: browser, status: 200 });
    rates.push(rate);
    ratios.push(rate / reference);
  }
  const ratio = summarise(ratios).median;
  return [
    {
      what: "article from files through nginx / nginx static",
      figures: `${ratio.toFixed(2)} (${summarise(rates).median.toFixed(0)}/s)`,
      target: `>= ${String(target)}`,
      met: ratio >= target,
    },
  ];
}

async function anArticle(): Promise<string> {
  const [row] = await sql<{ slug: string; categorySlug: string }>(
    `SELECT p.slug, c.slug AS "categorySlug" FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.visible_until IS NULL ORDER BY p.id LIMIT 1`,
  );
  if (!row) throw new Error("no article");
  return articlePath(row);
}

/** Waits until the app has written it. */
async function fileOf(folder: string, article: string): Promise<void> {
  const name = path.join(article, "index.html.br");
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (readdirSync(folder, { recursive: true, encoding: "utf8" }).some((file) => file.endsWith(name))) return;
    await pause(50);
  }
  throw new Error(`${article} did not become a file`);
}
