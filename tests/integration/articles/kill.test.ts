import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it } from "vitest";
import { copyOfSnapshot } from "@/lib/articles/snapshot";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { env } from "@/lib/env";
import { projectRoot } from "@/lib/project-root";
import { findArticle } from "@/lib/publications/queries/article";
import { findRedirect } from "@/lib/redirects/queries";
import { aDesk, aTag, testActor } from "@/tests/factories/articles";
import { aLivePiece } from "@/tests/factories/newsroom";

const kills = 6;
const loop = path.join(projectRoot, "tests/integration/articles/publish-loop.ts");

/** Lets a process publish, and kills it `milliseconds` after its first round. @returns the last round it told of */
async function publishAndKill(values: number[], milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", loop, ...values.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: env().DATABASE_URL, LOG_LEVEL: "silent" },
    cwd: projectRoot,
  });
  let told = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (told += text));
  await once(child.stdout, "data");
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  return Number(told.trim().split("\n").at(-1));
}

/** Until Postgres noticed that the other side is gone, a commit that was on its way may still arrive. */
async function quiet(): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const rows = await sql(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND state <> 'idle' LIMIT 1`,
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("the killed process is still there");
}

it("leaves the old or the new version live, never half, when the server is killed while it publishes", async () => {
  const [evenTag, oddTag] = [await aTag("even"), await aTag("odd")];
  const [evenDesk, oddDesk] = [await aDesk("even-desk"), await aDesk("odd-desk")];
  const { articleId } = await aLivePiece(testActor, { slug: "kill-even", headline: "Round 0" });
  const seen: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const values = [articleId, evenTag, oddTag, evenDesk, oddDesk];
    const told = await publishAndKill(values, 40 + kill * 37 + Math.floor(Math.random() * 30));
    await quiet();
    const round = await whole(articleId);
    expect([told, told + 1]).toContain(round);
    seen.push(round);
  }
  expect(seen.every((round, index) => index === 0 || round > (seen[index - 1] ?? 0))).toBe(true);
}, 120_000);

/** Checks that everything readers and the desk see is of one round. @returns which */
async function whole(articleId: number): Promise<number> {
  const live = await database().publication.findMany({
    where: { articleId, visibleUntil: null },
    select: { id: true, visibleFrom: true, headline: true, revision: true },
  });
  expect(live).toHaveLength(1);
  const { id, visibleFrom, headline: text, revision } = live[0]!;
  const round = Number(/\d+/.exec(text)?.[0]);
  const name = round % 2 === 0 ? "even" : "odd";
  const slug = `kill-${name}`;
  const page = (await findArticle(slug))!;
  expect(page).toMatchObject({ headline: text, excerpt: text, publicationId: id });
  expect(JSON.stringify(page.body)).toContain(`"${text}"`);
  expect([page.tags.map((tag) => tag.slug), page.authors.map((author) => author.slug)]).toEqual([
    [name],
    [`${name}-desk`],
  ]);
  expect(copyOfSnapshot(revision?.snapshot)).toMatchObject({ headline: text, slug });
  const left = name === "even" ? "/news/kill-odd" : "/news/kill-even";
  expect([await findRedirect(left), await findRedirect(`/news/${slug}`)]).toMatchObject([
    { location: `/news/${slug}` },
    null,
  ]);
  const article = await database().article.findUniqueOrThrow({ where: { id: articleId } });
  expect(article).toMatchObject({ publicFrom: visibleFrom, publicUntil: null, state: "published" });
  // A save may have come through whose publication did not: then the desk says so.
  const ahead = article.headline !== text;
  expect([article.unpublishedChanges, article.headline]).toEqual([ahead, ahead ? `Round ${String(round + 1)}` : text]);
  const told = { action: "article.published", subjectType: "article", subjectId: String(articleId) };
  expect(await database().auditEntry.count({ where: told })).toBe(round + 1);
  return round;
}
