import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { workingCopyInput, type WorkingCopy } from "@/lib/articles/schema";
import { now, setClock } from "@/lib/clock";
import { doc, paragraph } from "@/lib/richtext/testing/shorthand";
import { discardLocalCopy, localCopyStore, recoverLocalCopies, type Owner } from "./local-copies";

const nobody = new Set<string>();
const copyWith = (excerpt: string): WorkingCopy =>
  workingCopyInput.parse({ slug: "a", headline: "H", excerpt, body: doc(paragraph("x")), reviewedAt: new Date(0) });
const server = { version: 5, copy: copyWith("Server") };
let articleId = 0;
const owner = (): Owner => ({ articleId: (articleId += 1), userId: 1 });
const leave = (whose: Owner, sessionKey: string, excerpt: string, given: { sent?: WorkingCopy; at?: number } = {}) =>
  localCopyStore(whose, sessionKey).put({
    sessionKey,
    base: { version: 4, copy: copyWith("Base") },
    copy: copyWith(excerpt),
    sent: given.sent ?? null,
    at: given.at ?? now().getTime(),
  });
const found = async (whose: Owner, live = nobody) =>
  (await recoverLocalCopies(whose, server, live)).map(({ copy, base }) => [copy.excerpt, base.version]);

afterEach(() => {
  setClock(null);
});

describe("copies in the browser", () => {
  it("are offered back, newest first, with what they started from", async () => {
    const whose = owner();
    await leave(whose, "one", "Older", { at: now().getTime() - 1000 });
    await leave(whose, "two", "Newer");
    expect(await found(whose)).toEqual([
      ["Newer", 4],
      ["Older", 4],
    ]);
    const [newest] = await recoverLocalCopies(whose, server, nobody);
    expect(newest?.copy.reviewedAt).toEqual(new Date(0));
    await discardLocalCopy(whose, "two");
    expect(await found(whose)).toEqual([["Older", 4]]);
  });

  it("belong to one account, one article and one open editor", async () => {
    const whose = owner();
    await leave(whose, "one", "Mine");
    expect(await found({ ...whose, userId: 2 })).toEqual([]);
    expect(await found({ ...whose, articleId: whose.articleId * 10 })).toEqual([]);
    expect(await found(whose, new Set(["one"]))).toEqual([]);
    await localCopyStore(whose, "two").remove();
    expect(await found(whose)).toEqual([["Mine", 4]]);
  });

  it("are not offered when the server has them, or when they changed nothing", async () => {
    const whose = owner();
    await leave(whose, "one", "Server ");
    await leave(whose, "two", "Base");
    expect(await found(whose)).toEqual([]);
    expect(await recoverLocalCopies(whose, { version: 9, copy: copyWith("Other") }, nobody)).toEqual([]);
  });

  it("go on from a save that arrived although nobody heard of it", async () => {
    const whose = owner();
    await leave(whose, "one", "Typed since", { sent: copyWith("Server") });
    expect(await found(whose)).toEqual([["Typed since", 5]]);
  });

  it("are removed after a month", async () => {
    const whose = owner();
    await leave(whose, "one", "Old");
    setClock(new Date(now().getTime() + 31 * 86_400_000));
    expect(await found(whose)).toEqual([]);
    setClock(null);
    expect(await found(whose)).toEqual([]);
  });
});
