import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { translateDatabaseError } from "./database-faults";

const coded = (code: string, more: object = {}): Error => Object.assign(new Error("as told"), { code, ...more });

describe("faults of the database", () => {
  it.each<[string, Error, RegExp]>([
    ["nobody listens", coded("ECONNREFUSED"), /can't be reached/],
    ["nobody listens, on two addresses", new AggregateError([coded("ECONNREFUSED")]), /can't be reached/],
    ["it is shut down", coded("57P01"), /can't be reached/],
    ["the connection broke", new Error("Connection terminated unexpectedly"), /can't be reached/],
    ["no connection was free", new Error("timeout exceeded when trying to connect"), /takes too long/],
    ["it stands still", new Error("Query read timeout"), /takes too long/],
    ["a statement's time is over", coded("57014"), /takes too long/],
    ["the same, told by Prisma", coded("P2010", { meta: { code: "57014" } }), /takes too long/],
    ["no room", coded("53100"), /no room left/],
    ["no room, told by the adapter", coded("P2010", { cause: { originalCode: "53100" } }), /no room left/],
  ])("%s", (_name, error, message) => {
    const translated = translateDatabaseError(error);
    expect(translated).toBeInstanceOf(AppError);
    expect(translated).toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(message) as string,
      cause: error,
    });
  });

  it("are not our own mistakes", () => {
    for (const error of [coded("42P01"), coded("23505"), new Error("no"), "no"]) {
      expect(translateDatabaseError(error)).toBe(error);
    }
  });
});
