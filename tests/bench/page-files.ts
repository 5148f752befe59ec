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
import { onDatabase, pinProcess, startSite, type ServerProcess } from "./site-process";
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
    const answer = await fetch(nginx.base + article, { headers: browser });
    await answer.arrayBuffer();
    await fileOf(pageFiles, article);
    const body = await encodedBody(nginx.base + article);
    const usual = await startStaticNginx(body, { keepsFilesOpen: false, headers: saidOfPage(answer.headers) });
    const fastest = await startStaticNginx(body);
    if (!usual || !fastest) throw new Error("nginx is needed on the path");
    try {
      return await besides({ base: nginx.base, path: article }, { usual, fastest });
    } finally {
      await usual.stop();
      await fastest.stop();
    }
  } finally {
    await nginx.stop();
    await site.stop();
    await rm(pageFiles, { recursive: true, force: true });
  }
}

/** Headers that nginx does not say by itself. */
function saidOfPage(headers: Headers): Record<string, string> {
  const own =
    /^(?:accept-ranges|connection|content-(?:encoding|length|type)|date|etag|keep-alive|last-modified|server|transfer-encoding)$/;
  return Object.fromEntries([...headers].filter(([name]) => !own.test(name)));
}

type Address = { base: string; path: string };

async function besides(own: Address, bare: { usual: ServerProcess; fastest: ServerProcess }): Promise<Row[]> {
  const rates: number[] = [];
  const ratios = { usual: [] as number[], fastest: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const rate = await requestsPerSecond({ ...own, headers: browser, status: 200 });
    rates.push(rate);
    for (const name of ["usual", "fastest"] as const) {
      const reference = await requestsPerSecond({ base: bare[name].base, path: "/", headers: browser, status: 200 });
      ratios[name].push(rate / reference);
    }
  }
  const figures = (ratio: number): string => `${ratio.toFixed(2)} (${summarise(rates).median.toFixed(0)}/s)`;
  const [usual, fastest] = [summarise(ratios.usual).median, summarise(ratios.fastest).median];
  return [
    {
      what: "article from files through nginx / nginx static with the same headers",
      figures: figures(usual),
      target: `>= ${String(target)}`,
      met: usual >= target,
    },
    {
      what: "the same / nginx static without headers, its file kept open",
      figures: figures(fastest),
      target: "",
      met: null,
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
