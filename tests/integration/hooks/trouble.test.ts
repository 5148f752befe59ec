/** Hubs and search engines that are away, ask for patience or refuse; several instances; and nobody to tell. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { setEnvironment } from "@/lib/env";
import { deliverAnnouncements } from "@/lib/hooks/commands/deliver";
import { webSubHub } from "@/lib/hooks/hub";
import { setHookPace } from "@/lib/hooks/pace";
import { hookFacts } from "@/lib/hooks/queries";
import { aPublishedArticle } from "@/tests/factories/articles";
import {
  anInstance,
  engine,
  environment,
  eventually,
  hub,
  paths,
  submitted,
  subscriber,
  told,
  prepareScene,
  waitingPaths,
} from "./scene";

prepareScene();

describe("when the other side does not do its part", () => {
  it("a hub that is down for a while is told when it is back", async () => {
    await hub.stop();
    anInstance();
    await aPublishedArticle({ slug: "unheard", headline: "Unheard" });
    await eventually(async () => {
      expect((await hookFacts("websub")).failures).toBeGreaterThanOrEqual(2);
    });
    const { waiting, lastError } = await hookFacts("websub");
    expect([waiting, lastError]).toEqual([9, expect.stringContaining("ECONNREFUSED")]);
    // The search engine is not held up by it.
    await eventually(() => {
      expect(submitted()).toContain("/news/unheard");
    });
    await hub.start();
    await told();
    await eventually(() => {
      expect(subscriber.deliveries.at(-1)?.body).toContain("Unheard");
    });
    expect(await hookFacts("websub")).toMatchObject({ failures: 0, waiting: 0 });
  });

  it("gets the time it asks for (Retry-After), also from changes that come meanwhile", async () => {
    engine.failures.push({ status: 429, headers: { "Retry-After": "3" } });
    const before = engine.requests;
    anInstance();
    await aPublishedArticle({ slug: "patient" });
    await eventually(() => {
      expect(engine.requests).toBe(before + 1);
    });
    const asked = Date.now();
    await aPublishedArticle({ slug: "impatient" });
    await eventually(() => {
      expect(engine.requests).toBe(before + 2);
    });
    expect(Date.now() - asked).toBeGreaterThan(2_500);
    await told();
    expect(submitted()).toEqual(expect.arrayContaining(["/news/patient", "/news/impatient"]));
  });

  it("a refusal is final, and is kept to be seen", async () => {
    hub.refuse = (topic) => (topic.endsWith("/news/atom.xml") ? { status: 403, body: "not\nthis one" } : undefined);
    anInstance();
    await aPublishedArticle({ slug: "unwelcome" });
    await told();
    expect(paths(hub.pings)).toHaveLength(8);
    expect(await hookFacts("websub")).toMatchObject({ failures: 0, lastError: "/news/atom.xml: 403 not this one" });
  });

  it("a redirect is not followed", async () => {
    const hits = hub.requests;
    hub.refuse = () => ({ status: 307, headers: { Location: engine.url } });
    const before = engine.requests;
    await aPublishedArticle({ slug: "elsewhere" });
    await deliverAnnouncements("websub", new AbortController().signal);
    expect([hub.requests - hits, engine.requests - before]).toEqual([9, 0]);
    expect((await hookFacts("websub")).lastError).toMatch(/307.*redirects are not followed/);
  });

  it("a key file that is not there is a refusal by the search engine", async () => {
    await aPublishedArticle({ slug: "keyless" });
    setEnvironment({ SITE_URL: hub.url.replace(/\/$/, "") });
    await deliverAnnouncements("indexnow", new AbortController().signal);
    setEnvironment(environment());
    expect(await hookFacts("indexnow")).toMatchObject({ waiting: 0, lastError: "403 key not valid" });
  });

  it("drops what nobody wants to hear any more", async () => {
    await aPublishedArticle({ slug: "stale" });
    await sql("UPDATE announcement SET created_at = now() - interval '4 days'");
    await deliverAnnouncements("indexnow", new AbortController().signal);
    expect(engine.submissions).toEqual([]);
    expect((await hookFacts("indexnow")).waiting).toBe(0);
  });
});

describe("several instances", () => {
  it("tell everybody once, with everything", async () => {
    anInstance();
    anInstance();
    anInstance();
    const slugs = Array.from({ length: 12 }, (_, index) => `crowd-${String(index)}`);
    for (const slug of slugs) await aPublishedArticle({ slug });
    await told();
    const times = slugs.map((slug) => submitted().filter((path) => path === `/news/${slug}`).length);
    expect(times).toEqual(slugs.map(() => 1));
    await eventually(() => {
      expect(subscriber.deliveries.at(-1)?.body).toContain("crowd-11");
    });
    const seen = subscriber.deliveries.map(({ topic, body }) => topic + body);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("lose nothing that changes while it is told", async () => {
    await aPublishedArticle({ slug: "twice" });
    const during = aPublishedArticleWhile("twice-more");
    hub.refuse = during.refuse;
    await deliverAnnouncements("websub", new AbortController().signal);
    await during.done();
    // Every feed that the second change touched again waits still.
    expect(await waitingPaths("websub")).toHaveLength(9);
  });
});

/** Publishes while the hub is answering for the first time. */
function aPublishedArticleWhile(slug: string): { refuse: () => undefined; done: () => Promise<unknown> } {
  let publishing: Promise<unknown> | undefined;
  return {
    refuse: () => {
      publishing ??= aPublishedArticle({ slug });
      return undefined;
    },
    done: async () => publishing,
  };
}

describe("what nobody is told", () => {
  it("is anything, when the magazine's address is one that only this machine knows", async () => {
    setEnvironment({ WEBSUB_HUB_URL: "https://hub.example.com/", INDEXNOW_URL: "https://api.indexnow.org/indexnow" });
    expect(webSubHub()).toBeNull();
    await aPublishedArticle({ slug: "at-home" });
    expect(await database().announcement.count()).toBe(0);
    setEnvironment({ SITE_URL: "https://magazine.org" });
    expect(webSubHub()).toBe("https://hub.example.com/");
    await aPublishedArticle({ slug: "in-public" });
    expect(await database().announcement.count()).toBeGreaterThan(0);
    setEnvironment(environment());
  });
});

describe("somebody who never answers", () => {
  it("is given up for now, tried again, and holds nobody else up", async () => {
    const silence = createServer(() => undefined);
    await new Promise<void>((resolve) => silence.listen(0, "127.0.0.1", resolve));
    const { port } = silence.address() as AddressInfo;
    setHookPace({ settle: 150, interval: 100, pause: 200, timeout: 300 });
    setEnvironment({ WEBSUB_HUB_URL: `http://127.0.0.1:${String(port)}/` });
    try {
      anInstance();
      await aPublishedArticle({ slug: "into-silence" });
      await eventually(() => {
        expect(submitted()).toContain("/news/into-silence");
      });
      await eventually(async () => {
        expect((await hookFacts("websub")).failures).toBeGreaterThanOrEqual(2);
      });
      expect(await hookFacts("websub")).toMatchObject({ waiting: 9, lastError: "no answer within 0.3 seconds" });
    } finally {
      setEnvironment(environment());
      silence.close();
      silence.closeAllConnections();
    }
  });
});
