/** The sample content of a first start that may be interrupted. */
import { expect, it } from "vitest";
import { lacksSampleContent, noteSampleContent } from "@/lib/boot/database";
import { database } from "@/lib/db/client";
import type { EmbeddedDatabase } from "@/lib/db/embedded/server";
import { seed } from "@/prisma/seed/seed";

const server = (owned: boolean): EmbeddedDatabase => ({ url: "", isNew: false, owned, stop: () => Promise.resolve() });

it("ends early when it is asked to, and goes on at the next start, but beside nobody who may be writing it", async () => {
  expect(await lacksSampleContent(server(true))).toBe(true);
  await noteSampleContent("begun");
  let asked = 0;
  const first = await seed({ pictures: false, isStopped: () => (asked += 1) > 3 });
  expect(first).toBe(3);
  expect([await lacksSampleContent(server(true)), await lacksSampleContent(server(false))]).toEqual([true, false]);
  await noteSampleContent("begun");
  const rest = await seed({ pictures: false });
  await noteSampleContent("complete");
  expect(rest).toBeGreaterThan(0);
  expect(await database().article.count()).toBe(first + rest);
  expect(await database().page.count()).toBeGreaterThan(0);
  expect(await lacksSampleContent(server(true))).toBe(false);
}, 180_000);
