import { beforeEach, describe, expect, it } from "vitest";
import {
  forgetFullBuckets,
  resetCounters,
  returnTokens,
  takeAttempt,
  takeTokens,
  type Counter,
} from "@/lib/auth/commands/rate-limit";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";

const start = new Date("2026-11-24T12:00:00Z");
const afterSeconds = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const account = (subject: string): Counter => ({ kind: "sign-in-account", subject });
const address = (subject: string): Counter => ({ kind: "sign-in-address", subject });

beforeEach(() => {
  setClock(start);
});

describe("counters", () => {
  it("allow as many as they hold, then one for every refill, for each subject by itself", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await takeTokens([account("a")])).toEqual({ allowed: true });
    }
    expect(await takeTokens([account("a")])).toEqual({ allowed: false, retryAfter: 180 });
    expect(await takeTokens([account("b")])).toEqual({ allowed: true });
    setClock(afterSeconds(60));
    expect(await takeTokens([account("a")])).toEqual({ allowed: false, retryAfter: 120 });
    setClock(afterSeconds(180));
    expect(await takeTokens([account("a")])).toEqual({ allowed: true });
    expect(await takeTokens([account("a")])).toMatchObject({ allowed: false });
    await expect(takeAttempt([account("a")])).rejects.toMatchObject({
      code: "rate-limited",
      message: "That was tried too often. Try again in 3 minutes.",
    });
  });

  it("hold across instances: of many attempts at one moment only as many pass", async () => {
    const taken = await Promise.all(Array.from({ length: 30 }, () => takeTokens([address("r"), account("race")])));
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  it("take from all or from none", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await takeTokens([account("full")]);
    expect(await takeTokens([address("n"), account("full")])).toMatchObject({ allowed: false });
    const [row] = await database().$queryRaw<{ tokens: number }[]>`
      SELECT max(tokens) AS tokens FROM rate_limit WHERE kind = 'sign-in-address'
        AND subject = encode(sha256('n'), 'hex')`;
    expect(row?.tokens).toBe(50);
  });

  it("give tokens back, but never more than there were, and forget", async () => {
    await takeTokens([account("back")]);
    await transaction((tx) => returnTokens(tx, [account("back"), account("back")]));
    expect(await tokensOf("back")).toBe(10);
    for (let attempt = 0; attempt < 10; attempt += 1) await takeTokens([account("back")]);
    await transaction((tx) => resetCounters(tx, [account("back")]));
    expect(await takeTokens([account("back")])).toEqual({ allowed: true });
  });

  it("keep no address in the clear, and no row that says nothing", async () => {
    await database().rateLimit.deleteMany();
    await takeTokens([account("ada@example.org")]);
    const [row] = await database().rateLimit.findMany();
    expect(row?.subject).toMatch(/^[0-9a-f]{64}$/);
    setClock(afterSeconds(1800));
    expect(await forgetFullBuckets()).toBe(0);
    setClock(afterSeconds(1801));
    expect(await forgetFullBuckets()).toBe(1);
  });
});

async function tokensOf(subject: string): Promise<number> {
  const [row] = await database().$queryRaw<{ tokens: number }[]>`
    SELECT tokens FROM rate_limit WHERE kind = 'sign-in-account' AND subject = encode(sha256(${subject}::bytea), 'hex')`;
  return row?.tokens ?? -1;
}
