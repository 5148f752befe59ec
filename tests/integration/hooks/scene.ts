/** A magazine, a hub with a subscriber, and a search engine; and as many instances of the magazine as a test starts. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { setEnvironment } from "@/lib/env";
import { setHookPace } from "@/lib/hooks/pace";
import { startJobs } from "@/lib/jobs/runner";
import { tasks } from "@/lib/jobs/tasks";
import { aPublishedArticle } from "@/tests/factories/articles";
import { anIndexNowEndpoint, type IndexNow } from "@/tests/factories/indexnow";
import { aTopicSite, type TopicSite } from "@/tests/factories/topic-site";
import { aWebSubHub, type WebSubHub } from "@/tests/factories/websub-hub";
import { aWebSubSubscriber, type WebSubSubscriber } from "@/tests/factories/websub-subscriber";

const pace = { poll: 100, beat: 0.2, silence: 2, patience: 2_000 };
export let site: TopicSite;
export let hub: WebSubHub;
export let engine: IndexNow;
export let subscriber: WebSubSubscriber;
let stopping: (() => Promise<void>)[] = [];

/** The addresses of everybody, for the environment. */
export function environment() {
  return {
    SITE_URL: site.url,
    WEBSUB_HUB_URL: hub.url,
    INDEXNOW_KEY: "0123456789abcdef",
    INDEXNOW_URL: engine.url,
  };
}

/** Sets everything up before the tests of a file, and anew before each. */
export function prepareScene(): void {
  vi.setConfig({ testTimeout: 60_000 });
  beforeAll(async () => {
    site = await aTopicSite();
    hub = await aWebSubHub();
    engine = await anIndexNowEndpoint();
    setEnvironment(environment());
    await aPublishedArticle({ slug: "first", headline: "First" });
    subscriber = await aWebSubSubscriber();
    await subscriber.subscribe(`${site.url}/feed.xml`);
    await subscriber.subscribe(`${site.url}/news/feed.xml`);
  });
  beforeEach(async () => {
    await database().announcement.deleteMany();
    const fresh = { notBefore: null, failures: 0, lastError: null, lastErrorAt: null };
    await database().hookTarget.updateMany({ data: fresh });
    await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
    setHookPace({ settle: 150, interval: 100, pause: 200, timeout: 10_000 });
    hub.refuse = () => undefined;
    for (const list of [hub.pings, engine.submissions, engine.times, subscriber.deliveries]) list.length = 0;
  });
  afterEach(async () => {
    await Promise.all(stopping.map((stop) => stop()));
    stopping = [];
  });
  afterAll(async () => {
    setHookPace(null);
    await Promise.all([site.stop(), hub.stop(), engine.stop(), subscriber.stop()]);
    setEnvironment({ SITE_URL: "", WEBSUB_HUB_URL: "", INDEXNOW_KEY: "", INDEXNOW_URL: "" });
  });
}

/** Starts one more instance. */
export function anInstance(): void {
  stopping.push(startJobs(tasks, pace));
}

export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 30_000, interval: 50 });
}

/** Until nothing waits and nobody works. */
export async function told(): Promise<void> {
  await eventually(async () => {
    expect(await database().announcement.count()).toBe(0);
    expect(await sql("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'announce'")).toEqual([]);
  });
}

export const paths = (urls: readonly string[]): string[] => urls.map((url) => url.replace(site.url, ""));
/** Paths that the search engine was told of, as often as it was. */
export const submitted = (): string[] => paths(engine.submissions.flat()).sort();

export async function waitingPaths(target: string): Promise<string[]> {
  const rows = await database().announcement.findMany({ where: { target }, orderBy: { path: "asc" } });
  return rows.map(({ path }) => path);
}
