/** Cards of link previews: drawn by the queue when a page is published, and never by a request. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import sharp from "sharp";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/(machine)/social/[signature]/[payload]/route";
import ArticlePage from "@/app/(site)/[category]/[slug]/page";
import { findCategory, renderCategory } from "@/app/(site)/[category]/category-page";
import { renderStaticPage } from "@/app/(site)/[category]/static-page";
import { renderAuthor } from "@/app/(site)/author/[slug]/author-page";
import HomePage from "@/app/(site)/page";
import SearchPage from "@/app/(site)/search/page";
import SitemapPage from "@/app/(site)/sitemap/page";
import { renderTag } from "@/app/(site)/tag/[slug]/tag-page";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import { now, setClock } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { env, setEnvironment } from "@/lib/env";
import { enqueueJob } from "@/lib/jobs/commands";
import { startJobs } from "@/lib/jobs/runner";
import { tasks } from "@/lib/jobs/tasks";
import { createPage } from "@/lib/pages/commands";
import { findPage } from "@/lib/pages/queries";
import type * as PictureProcess from "@/lib/picture-process/in-picture-process";
import { forgetProcessWide } from "@/lib/process-wide";
import { projectRoot } from "@/lib/project-root";
import { socialCard } from "@/lib/seo/social-card";
import { saveSiteSettings } from "@/lib/settings/commands";
import { cardKey } from "@/lib/social-cards/card-address";
import { allCardsJob, cardJob } from "@/lib/social-cards/card-jobs";
import { drawCardOf } from "@/lib/social-cards/commands/draw-cards";
import { openSocialCard } from "@/lib/social-cards/commands/open-card";
import { openStorage } from "@/lib/storage/open-storage";
import { aCategory, aDesk, aPublishedArticle, aTag, paragraphs, testActor } from "@/tests/factories/articles";
import { aMedia } from "@/tests/factories/media";

const draw = vi.hoisted(() => ({ calls: 0 }));
vi.mock("@/lib/picture-process/in-picture-process", async (original) => {
  const { inPictureProcess } = await original<typeof PictureProcess>();
  // The real drawing, counted where it is ordered.
  const counted: typeof inPictureProcess = (work, ...input) => {
    if (work === "drawCard") draw.calls += 1;
    return inPictureProcess(work, ...input);
  };
  return { inPictureProcess: counted };
});

// Drawing takes a second on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const pace = { poll: 100, beat: 0.2, silence: 1.5, patience: 500 };
let disk = "";
beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "a secret for tests, long enough to be one" });
  disk = env().STORAGE_URL;
});
beforeEach(async () => {
  await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
  forgetProcessWide("queued-cards");
  draw.calls = 0;
});
afterEach(() => {
  setEnvironment({ STORAGE_URL: disk });
});

type Row = { task: string; payload: { paths?: string[]; payload?: string; after?: number | null } };
const queued = (): Promise<Row[]> =>
  sql<Row>(
    `SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier LIKE 'draw-%' ORDER BY j.id`,
  );
const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 60_000, interval: 50 });

/** An instance does what is queued. */
async function runQueue(): Promise<void> {
  const stop = startJobs(tasks, pace);
  await eventually(async () => {
    expect(await queued()).toEqual([]);
  }).finally(stop);
}

const storage = () => openStorage(env().STORAGE_URL);
function partsIn(url: string): { signature: string; payload: string } {
  const [, , signature = "", file = ""] = new URL(url).pathname.split("/");
  return { signature, payload: file.replace(/\.png$/, "") };
}
const partsOf = (title: string) =>
  partsIn(socialCard({ path: "/news/a", title, category: "news", siteName: "Mental Health Network" }).url);
const isDrawn = (title: string): Promise<boolean> => storage().has(cardKey(partsOf(title).payload));
const ask = (signature: string, file: string, method = "GET") =>
  GET(new Request("http://localhost", { method }), { params: Promise.resolve({ signature, payload: file }) });

describe("publishing", () => {
  it("has the queue draw what the pages name, and no request", async () => {
    await aPublishedArticle({ headline: "Published", slug: "published", tagIds: [await aTag("calm")] });
    const [job] = (await queued()).filter(({ payload }) => payload.paths?.includes("/news/published"));
    expect(job?.payload.paths).toEqual(expect.arrayContaining(["/", "/news", "/tag/calm", "/author/the-editors"]));
    expect(await isDrawn("Published")).toBe(false);
    await runQueue();
    expect(await isDrawn("Published")).toBe(true);
    const { signature, payload } = partsOf("Published");
    const response = await ask(signature, `${payload}.png`);
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const file = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("Content-Length")).toBe(String(file.length));
    expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 630, format: "png" });
  });

  it("queues nothing when the change is taken back, and all pages when it names a great many", async () => {
    const failing = transaction(async (tx) => {
      await bumpContentVersion(tx, { paths: ["/news"] });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await queued()).toEqual([]);
    await transaction((tx) => bumpContentVersion(tx, { paths: ["/news"] }));
    await transaction((tx) => bumpContentVersion(tx, { paths: ["/news"] }));
    expect(await queued()).toEqual([{ task: "draw-cards", payload: { paths: ["/news"] } }]);
    const foremost = Array.from({ length: 301 }, (_, number) => `/news/${String(number)}`);
    await transaction((tx) => bumpContentVersion(tx, { paths: [], foremost }));
    expect((await queued())[1]).toEqual({ task: "draw-all-cards", payload: { after: null } });
  });

  it("draws the card of a new headline, and of a planned version before its moment", async () => {
    const { articleId } = await aPublishedArticle({ headline: "As it was", slug: "renamed" });
    const { version, copy } = await getWorkingCopy(testActor, articleId);
    const workingCopy = { ...copy, headline: "As it will be" };
    const saved = await saveArticle(testActor, { articleId, expectedVersion: version, workingCopy });
    const visibleFrom = new Date(now().getTime() + 86_400_000);
    await publishArticle(testActor, { articleId, expectedVersion: saved.version, visibleFrom });
    await runQueue();
    expect([await isDrawn("As it was"), await isDrawn("As it will be")]).toEqual([true, true]);
    draw.calls = 0;
    setClock(visibleFrom);
    await transaction((tx) => enqueueJob(tx, allCardsJob(null)));
    await runQueue();
    expect(draw.calls).toBe(0);
  });

  it("draws none for a page whose own picture is shown", async () => {
    const coverId = await aMedia({ size: { width: 1600, height: 900 } });
    await aPublishedArticle({ headline: "With a picture", coverId, coverAlt: "A picture" });
    await aPublishedArticle({ headline: "With a small one", coverId: await aMedia(), coverAlt: "A picture" });
    await runQueue();
    expect([await isDrawn("With a picture"), await isDrawn("With a small one")]).toEqual([false, true]);
  });

  it("draws for every kind of page just the card that the page names", async () => {
    const desk = await aDesk("the-desk");
    const tagIds = [await aTag("sleep")];
    const categoryId = await aCategory("growth-psychology");
    await aPublishedArticle({ slug: "kinds", seoTitle: "For engines", authorIds: [desk], tagIds, categoryId });
    const words = { slug: "about-us", title: "About us", excerpt: "Who we are.", body: paragraphs("We.") };
    await createPage(testActor, words);
    await runQueue();
    const slug = "kinds";
    const pages: Record<string, ReactElement> = {
      home: await HomePage({}),
      sitemap: await SitemapPage({}),
      search: await SearchPage({ searchParams: Promise.resolve({ q: "rude words" }) }),
      article: await ArticlePage({ params: Promise.resolve({ category: "growth-psychology", slug }) }),
      category: await renderCategory((await findCategory("growth-psychology"))!, 1),
      tag: await renderTag("sleep", "1"),
      author: await renderAuthor("the-desk", "1"),
      page: await renderStaticPage((await findPage("about-us"))!),
    };
    const drawn: Record<string, boolean> = {};
    for (const [kind, page] of Object.entries(pages)) {
      const [, image = ""] = /<meta property="og:image" content="([^"]+)"/.exec(renderToStaticMarkup(page)) ?? [];
      drawn[kind] = await storage().has(cardKey(partsIn(image).payload));
    }
    expect(drawn).toEqual(Object.fromEntries(Object.keys(pages).map((kind) => [kind, true])));
  });

  it("of another name of the site draws all cards anew, in steps that go on where they ended", async () => {
    await aPublishedArticle({ headline: "Under two names" });
    await runQueue();
    await saveSiteSettings(testActor, { expectedVersion: 0, settings: { tagline: "Something else" } });
    expect(await queued()).toEqual([]);
    await saveSiteSettings(testActor, { expectedVersion: 1, settings: { name: "Another Name" } });
    expect((await queued()).map(({ task, payload }) => [task, payload.after])).toEqual([["draw-all-cards", null]]);
    await runQueue();
    const page = { path: "/news/a", title: "Under two names", category: "news", siteName: "Another Name" };
    expect(await storage().has(cardKey(partsIn(socialCard(page).url).payload))).toBe(true);
    draw.calls = 0;
    await transaction((tx) => enqueueJob(tx, allCardsJob(null)));
    await runQueue();
    expect(draw.calls).toBe(0);
  });
});

describe("the address of a card that is not drawn yet", () => {
  it("is answered at once with a picture that nobody keeps; the queue draws, and the next one gets the card", async () => {
    const { signature, payload } = partsOf("Calm");
    const response = await ask(signature, `${payload}.png`);
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "image/png"]);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const standIn = Buffer.from(await response.arrayBuffer());
    expect(standIn.equals(readFileSync(path.join(projectRoot, "public/social-card.png")))).toBe(true);
    const head = await ask(signature, `${payload}.png`, "HEAD");
    expect([head.status, head.headers.get("Content-Length"), await head.text()]).toEqual([200, String(standIn.length), ""]); // prettier-ignore
    expect([draw.calls, await isDrawn("Calm")]).toEqual([0, false]);
    await runQueue();
    expect(draw.calls).toBe(1);
    const card = Buffer.from(await (await ask(signature, `${payload}.png`)).arrayBuffer());
    expect(card.equals(standIn)).toBe(false);
    expect(await queued()).toEqual([]);
  });

  it("is queued once, however many ask and of however many instances", async () => {
    const { signature, payload } = partsOf("Asked by many");
    await Promise.all([1, 2, 3, 4, 5].map(() => ask(signature, `${payload}.png`)));
    // Another instance knows nothing of what this one has asked for.
    forgetProcessWide("queued-cards");
    await ask(signature, `${payload}.png`);
    expect(await queued()).toEqual([{ task: "draw-card", payload: { payload } }]);
    await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
    await ask(signature, `${payload}.png`);
    expect(await queued()).toEqual([]);
  });

  it("that the site has not named is none, and nothing is queued", async () => {
    const { signature, payload } = partsOf("Named");
    const forged = Buffer.from(JSON.stringify([1, "Buy now", null, null, "Shop"])).toString("hex");
    const tries = [
      [signature, `${forged}.png`],
      ["0".repeat(32), `${payload}.png`],
      [signature, payload],
      [signature, `${payload}.jpg`],
      [signature, `${payload}0.png`],
      ["..", "..%2f.png"],
    ] as const;
    for (const [first, second] of tries) expect((await ask(first, second)).status).toBe(404);
    expect(await queued()).toEqual([]);
    expect(draw.calls).toBe(0);
  });

  it("works again after a failure of the storage", async () => {
    const { signature, payload } = partsOf("Failing");
    setEnvironment({ STORAGE_URL: "s3://k:s@127.0.0.1:1/pictures?tls=0" });
    await expect(openSocialCard(signature, payload)).rejects.toMatchObject({ code: "unavailable" });
    setEnvironment({ STORAGE_URL: disk });
    expect(await openSocialCard(signature, payload)).toBe("queued");
    await runQueue();
    expect((await ask(signature, `${payload}.png`)).headers.get("Cache-Control")).toContain("immutable");
  });
});

describe("a kept card", () => {
  it("is read, not drawn: what lies in the storage is what is served", async () => {
    const { signature, payload } = partsOf("Kept");
    const own = await sharp({ create: { width: 3, height: 3, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    await storage().put(cardKey(payload), own, "image/png");
    const response = await ask(signature, `${payload}.png`);
    expect(Buffer.from(await response.arrayBuffer()).equals(own)).toBe(true);
    const head = await ask(signature, `${payload}.png`, "HEAD");
    expect([head.status, head.headers.get("Content-Length"), await head.text()]).toEqual([200, String(own.length), ""]);
    expect([draw.calls, await queued()]).toEqual([0, []]);
  });
});

describe("drawing", () => {
  it("is done once when two do it: they wait for each other at the database", async () => {
    const { payload } = partsOf("Drawn by two");
    const { signal } = new AbortController();
    await Promise.all([drawCardOf(payload, signal), drawCardOf(payload, signal)]);
    await drawCardOf(payload, signal);
    expect([draw.calls, await isDrawn("Drawn by two")]).toEqual([1, true]);
  });

  it("by a process that is killed is done by another", async () => {
    const { payload } = partsOf("Killed");
    await transaction((tx) => enqueueJob(tx, cardJob(payload)));
    const script = path.join(projectRoot, "tests/integration/jobs/doomed-runner.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script], {
      stdio: "inherit",
      env: { ...process.env, DATABASE_URL: env().DATABASE_URL, LOG_LEVEL: "silent" },
      cwd: projectRoot,
    });
    await eventually(async () => {
      expect(await sql("SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL")).toHaveLength(1);
    });
    child.kill("SIGKILL");
    await once(child, "exit");
    await runQueue();
    expect([draw.calls, await isDrawn("Killed")]).toEqual([1, true]);
  });
});
