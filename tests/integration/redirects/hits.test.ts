/** Hits are counted without a write per reader, by several instances, and not lost when the process leaves in order. */
import { Client } from "pg";
import { expect, it } from "vitest";
import { startBackgroundWork } from "@/lib/boot/background";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { countRedirectHit, flushRedirectHits } from "@/lib/redirects/commands/count-hits";

let counter = 0;
async function aRule(): Promise<number> {
  counter += 1;
  const { id } = await database().redirect.create({ data: { fromPath: `/hit-${String(counter)}`, toPath: "/news" } });
  return id;
}
const hitsOf = async (id: number): Promise<number> =>
  (await database().redirect.findUniqueOrThrow({ where: { id } })).hits;

it("are written when the process leaves in order", async () => {
  const id = await aRule();
  const leave = startBackgroundWork();
  for (let hit = 0; hit < 5; hit += 1) countRedirectHit(id);
  expect(await hitsOf(id)).toBe(0);
  await leave();
  expect(await hitsOf(id)).toBe(5);
});

it("add up over instances that write the same rules at the same time", async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, aRule));
  // The other instance holds the rows in the opposite order of its own.
  const other = new Client({ connectionString: env().DATABASE_URL });
  await other.connect();
  await other.query("BEGIN");
  await other.query("UPDATE redirect SET hits = hits + 1 WHERE id = ANY ($1)", [[...ids].reverse()]);
  for (const id of ids) countRedirectHit(id);
  const flushing = flushRedirectHits();
  await other.query("COMMIT");
  await other.end();
  await flushing;
  expect(await Promise.all(ids.map(hitsOf))).toEqual(ids.map(() => 2));
});

it("of a rule that was removed meanwhile are nobody's; the others are written", async () => {
  const [removed, kept] = [await aRule(), await aRule()];
  countRedirectHit(removed);
  countRedirectHit(kept);
  await database().redirect.delete({ where: { id: removed } });
  await flushRedirectHits();
  expect(await hitsOf(kept)).toBe(1);
});
