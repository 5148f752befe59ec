/** The database takes too long: readers and editors are told so, and no connection is lost by it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnect } from "@/lib/db/client";
import { pool, sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { setEnvironment } from "@/lib/env";
import { runWithRequest, type RequestContext } from "@/lib/request-context";

const tooSlow = { code: "unavailable", message: expect.stringContaining("takes too long") as string };

function aRequest(): RequestContext {
  return {
    url: "/",
    address: "192.0.2.1",
    id: "request-1",
    sqlStatements: 0,
    sqlMilliseconds: 0,
    databaseUnavailable: false,
    status: null,
  };
}

describe("a statement whose time is over", () => {
  it("makes the answer a 503", async () => {
    const context = aRequest();
    const client = await pool().connect();
    try {
      await client.query("SET statement_timeout = 50");
      await expect(
        runWithRequest(context, () => sql("SELECT pg_sleep(20)::text AS nap", [], client)),
      ).rejects.toMatchObject(tooSlow);
    } finally {
      client.release(true);
    }
    expect(context.databaseUnavailable).toBe(true);
    expect(await sql("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("ends a verb with words for the editor", async () => {
    const verb = transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 50`;
      await tx.$executeRaw`SELECT pg_sleep(20)`;
    });
    await expect(verb).rejects.toMatchObject(tooSlow);
  });
});

describe("when all connections are busy", () => {
  beforeAll(async () => {
    await disconnect();
    setEnvironment({ DATABASE_POOL_SIZE: "1" });
  });
  afterAll(async () => {
    await disconnect();
    setEnvironment({ DATABASE_POOL_SIZE: "" });
  });

  it("who waits for one is told after some seconds, reader and editor alike", async () => {
    const holder = await pool().connect();
    const context = aRequest();
    const reader = runWithRequest(context, () => sql("SELECT 1 AS one"));
    const editor = transaction((tx) => tx.$executeRaw`SELECT 1`);
    const [read, edited] = await Promise.allSettled([reader, editor]);
    holder.release();
    expect([read, edited]).toMatchObject([
      { status: "rejected", reason: tooSlow },
      { status: "rejected", reason: tooSlow },
    ]);
    expect(context.databaseUnavailable).toBe(true);
    expect(await sql("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});
