import { beforeAll, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { runWithRequest, type RequestContext } from "@/lib/request-context";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { aCategory, aPublishedArticle, aTag } from "@/tests/factories/articles";

const account = (): RequestContext => ({
  url: "/",
  address: "127.0.0.1",
  id: "test",
  sqlStatements: 0,
  sqlMilliseconds: 0,
  databaseUnavailable: false,
  status: null,
});

beforeAll(async () => {
  await aPublishedArticle({ slug: "first", categoryId: await aCategory("news"), tagIds: [await aTag("stress")] });
});

describe("getSiteFrame", () => {
  it("is read once, also when a page and its head ask at the same time, in any order of their clocks", async () => {
    const context = account();
    await runWithRequest(context, async () => {
      const madeAt = Date.now();
      setClock(new Date(madeAt));
      const page = getSiteFrame();
      setClock(new Date(madeAt - 3));
      const head = getSiteFrame();
      expect(await page).toBe(await head);
    });
    // The version twice, then the frame's own statements once.
    expect(context.sqlStatements).toBeLessThanOrEqual(12);
    const again = account();
    await runWithRequest(again, getSiteFrame);
    expect(again.sqlStatements).toBe(1);
  });

  it("is read again after a change, and never shows the old state", async () => {
    const before = await getSiteFrame();
    await aPublishedArticle({ slug: "second", categoryId: await aCategory("news") });
    const after = await getSiteFrame();
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.latest.map((card) => card.slug)).toEqual(["second", "first"]);
    expect(after.articles).toBe(2);
  });

  it("is read again when the clock alone makes something visible", async () => {
    const soon = new Date(Date.now() + 60_000);
    await aPublishedArticle({ slug: "third", categoryId: await aCategory("news") }, { visibleFrom: soon });
    const now = await getSiteFrame();
    expect(now.articles).toBe(2);
    setClock(soon);
    expect((await getSiteFrame()).articles).toBe(3);
  });
});
