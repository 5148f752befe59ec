/** A magazine with a CDN in front, which is a local server, and as many instances of the magazine as a test starts. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { setCdnPace } from "@/lib/cdn/pace";
import { sql } from "@/lib/db/pool";
import { setEnvironment } from "@/lib/env";
import { startJobs } from "@/lib/jobs/runner";
import { tasks } from "@/lib/jobs/tasks";
import { aPublishedArticle } from "@/tests/factories/articles";
import { aCdnApi, type CdnApi } from "@/tests/factories/cdn-api";

const jobPace = { poll: 50, beat: 0.2, silence: 2, patience: 2_000 };
/** Milliseconds. */
export const pace = { again: 400, timeout: 500, pause: 100 };
export let cdn: CdnApi;
let stopping: (() => Promise<void>)[] = [];

/** Sets everything up before the tests of a file, and anew before each. */
export function prepareScene(): void {
  vi.setConfig({ testTimeout: 60_000 });
  beforeAll(async () => {
    cdn = await aCdnApi();
    // The category and the author of those that follow are there.
    await aPublishedArticle({ slug: "first" });
  });
  beforeEach(async () => {
    await cdn.start();
    setEnvironment(cdn.environment("http"));
    setCdnPace(pace);
    await sql("DELETE FROM cdn_purge");
    await sql("DELETE FROM cdn_state");
    await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
    cdn.purges.length = 0;
    cdn.failures.length = 0;
    cdn.requests = 0;
  });
  afterEach(async () => {
    await Promise.all(stopping.map((stop) => stop()));
    stopping = [];
  });
  afterAll(async () => {
    setCdnPace(null);
    await cdn.stop();
    setEnvironment({ CDN: "", CDN_PURGE_URL: "", CDN_PURGE_TOKEN: "", CDN_ZONE: "", CDN_SERVICE: "" });
  });
}

/** Starts one more instance. Resolves when it takes jobs. */
export async function anInstance(): Promise<void> {
  const runners = (): Promise<unknown[]> => sql("SELECT 1 FROM job_runner");
  const { length } = await runners();
  stopping.push(startJobs(tasks, jobPace));
  await eventually(async () => {
    expect((await runners()).length).toBeGreaterThan(length);
  });
}

export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 30_000, interval: 20 });
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Until nothing is left to be purged, and the last purge has been answered. */
export async function purged(): Promise<void> {
  await eventually(async () => {
    expect(await sql("SELECT 1 FROM cdn_purge")).toEqual([]);
  });
}

/** The requests that named a tag. */
export function purgesOf(tag: string): CdnApi["purges"] {
  return cdn.purges.filter(({ tags }) => tags.includes(tag));
}

export const named = (): string[][] =>
  cdn.purges.map(({ tags }) => (tags === "everything" ? [tags] : [...tags].sort()));
