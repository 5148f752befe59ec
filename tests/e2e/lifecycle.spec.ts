/** The process itself: how it starts, how it copes without its database, how it leaves. No browser needed. */
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startEmbeddedDatabase } from "@/lib/db/embedded/server";
import { freePort, magazines, statusOf, type Magazines, type Running } from "./magazine-process";

/** How long a start may take on a machine that runs other tests beside it, in milliseconds. */
const startPatience = 90_000;

let own: Magazines;
const start = (variables: Record<string, string>): Promise<Running> => own.start(variables);

test.beforeEach(() => {
  own = magazines();
});

test.afterEach(() => own.end());

/** A request whose headers are under way: open for the server, until finish() sends the rest and reads the answer. */
async function openRequest(base: string, path: string): Promise<{ finish: () => Promise<string> }> {
  const { port, host } = new URL(base);
  const socket = connect(Number(port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  const closed = new Promise<void>((resolve) => socket.on("close", resolve));
  await new Promise<void>((resolve) =>
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n`, () => {
      resolve();
    }),
  );
  return {
    finish: async () => {
      socket.write("Connection: close\r\n\r\n");
      await closed;
      return answer;
    },
  };
}

test("a bad environment stops the boot with one line that names the variable", async () => {
  const { exit, output } = await start({ LOG_LEVEL: "loud" });
  expect(await exit).toBe(1);
  expect(output().trim().split("\n")).toEqual([expect.stringMatching(/^Bad environment: LOG_LEVEL must be fatal, /)]);
});

test("a database of the operator's needs a secret of the operator's", async () => {
  const { exit, output } = await start({ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" });
  expect(await exit).toBe(1);
  expect(output().trim().split("\n")).toEqual([
    expect.stringMatching(/^Bad environment: AUTH_SECRET must be set when /),
  ]);
});

test("an empty magazine starts, prints its addresses, answers, and leaves in order on SIGTERM", async () => {
  const { child, base, exit, output } = await start({});
  await expect.poll(() => statusOf(`${base}/readyz`), { timeout: startPatience }).toBe(200);
  await expect.poll(output).toContain(`Site  http://localhost:${new URL(base).port}`);
  expect(output()).toContain(`Desk  http://localhost:${new URL(base).port}/admin`);
  expect(output()).toMatch(/http:\/\/localhost:\d+\/admin\/first-administrator\/[0-9a-f]{64}\n/);
  expect(await statusOf(`${base}/`)).toBe(200);
  expect(await statusOf(`${base}/search?q=therapy`)).toBe(200);
  expect(await statusOf(`${base}/sitemap.xml`)).toBe(200);
  const slow = await openRequest(base, "/search?q=x");
  expect(await statusOf(`${base}/healthz`)).toBe(200);
  child.kill("SIGTERM");
  await expect.poll(output).toContain("shutting down");
  expect(await slow.finish()).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(await exit).toBe(0);
  // The database went with it: its port file is gone.
  const again = await startEmbeddedDatabase(path.join(own.directory, "postgres"));
  expect(again).toMatchObject({ isNew: false, owned: true });
  await again.stop();
});

test("ended by its npm, a magazine leaves in order and takes its database along", async () => {
  const { child, base, output } = await own.start({}, ["npm", "start"]);
  await expect.poll(() => statusOf(`${base}/readyz`), { timeout: startPatience }).toBe(200);
  child.kill("SIGTERM");
  await expect.poll(() => statusOf(`${base}/healthz`), { timeout: 20_000 }).toBe(0);
  expect(output()).toContain("npm was ended");
  await expect
    .poll(() => readdirSync(path.join(own.directory, "postgres")), { timeout: 20_000 })
    .not.toContain("postmaster.pid");
});

test("who leaves while the sample content is written says no more than that, and the next start writes the rest", async () => {
  test.setTimeout(300_000);
  const first = await start({ SAMPLE_CONTENT: "1" });
  await expect.poll(first.output, { timeout: startPatience }).toContain("writing the sample content");
  await expect.poll(() => readdirSync(own.directory), { timeout: startPatience }).toContain("storage");
  first.child.kill("SIGTERM");
  expect(await first.exit).toBe(0);
  expect(first.output()).not.toMatch(/^\s+at |can't be reached|"level":[456]0/m);
  const second = await start({ SAMPLE_CONTENT: "1" });
  await expect.poll(() => statusOf(`${second.base}/readyz`), { timeout: 240_000 }).toBe(200);
  expect(await statusOf(`${second.base}/about-us`)).toBe(200);
  second.child.kill("SIGTERM");
  expect(await second.exit).toBe(0);
  const third = await start({ SAMPLE_CONTENT: "1" });
  await expect.poll(() => statusOf(`${third.base}/readyz`), { timeout: startPatience }).toBe(200);
  expect(third.output()).not.toContain("writing the sample content");
});

test("a request that comes before the site is ready is answered, not left waiting", async () => {
  const { base } = await start({});
  const statuses = new Set<number>();
  await expect
    .poll(
      async () => {
        const status = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
          (response) => response.status,
          (error: unknown) => ((error as Error).name === "TimeoutError" ? -1 : 0),
        );
        statuses.add(status);
        return status;
      },
      { timeout: startPatience, intervals: [50] },
    )
    .toBe(200);
  expect(statuses).not.toContain(-1);
});

test("a killed process is followed by one that finds its database", async () => {
  const first = await start({});
  await expect.poll(() => statusOf(`${first.base}/readyz`), { timeout: startPatience }).toBe(200);
  first.child.kill("SIGKILL");
  await first.exit;
  const second = await start({});
  await expect.poll(() => statusOf(`${second.base}/readyz`), { timeout: startPatience }).toBe(200);
  expect(await statusOf(`${second.base}/`)).toBe(200);
});

test("two processes share one database, and the first to leave does not take it from the other", async () => {
  const first = await start({});
  await expect.poll(() => statusOf(`${first.base}/readyz`), { timeout: startPatience }).toBe(200);
  const second = await start({});
  await expect.poll(() => statusOf(`${second.base}/readyz`), { timeout: startPatience }).toBe(200);
  second.child.kill("SIGTERM");
  expect(await second.exit).toBe(0);
  expect(await statusOf(`${first.base}/readyz`)).toBe(200);
  expect(await statusOf(`${first.base}/`)).toBe(200);
});

test("without its database the site shows what it knows, says 503 of all else, and recovers by itself", async () => {
  const port = await freePort();
  const cluster = path.join(own.directory, "postgres");
  const database = await startEmbeddedDatabase(cluster, { port });
  const { base, output } = await start({ DATABASE_URL: database.url, AUTH_SECRET: "s".repeat(32) });
  await expect.poll(() => statusOf(`${base}/readyz`), { timeout: startPatience }).toBe(200);
  expect(await statusOf(`${base}/`)).toBe(200);

  await database.stop();
  // What somebody read before goes on being read.
  expect(await statusOf(`${base}/`)).toBe(200);
  for (const address of ["/search?q=x", "/no-such-category", "/about-us"]) {
    const response = await fetch(base + address);
    expect(response.status, address).toBe(503);
    expect(response.headers.get("retry-after")).toBe("10");
    const page = await response.text();
    expect(page).toContain("We will be back in a moment");
    expect(page).toContain(response.headers.get("x-request-id"));
    expect(page).not.toMatch(/ECONNREFUSED|postgres|stack|\.ts/i);
  }
  expect(await statusOf(`${base}/sitemap.xml`)).toBe(503);
  expect(await statusOf(`${base}/readyz`)).toBe(503);
  expect(await statusOf(`${base}/healthz`)).toBe(200);
  expect(output()).not.toContain('"level":50');

  const back = await startEmbeddedDatabase(cluster, { port });
  expect(back.owned).toBe(true);
  await expect.poll(() => statusOf(`${base}/search?q=x`), { timeout: 15_000 }).toBe(200);
  expect(await statusOf(`${base}/readyz`)).toBe(200);
});
