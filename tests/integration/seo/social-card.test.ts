import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/(machine)/social/[signature]/[payload]/route";
import { env, setEnvironment } from "@/lib/env";
import { cardKey } from "@/lib/social-cards/card-address";
import { openSocialCard } from "@/lib/social-cards/commands";
import type * as DrawCard from "@/lib/social-cards/draw-card";
import { forgetProcessWide } from "@/lib/process-wide";
import { socialCard } from "@/lib/seo/social-card";
import { openStorage } from "@/lib/storage/open-storage";

const draw = vi.hoisted(() => ({ calls: 0 }));
vi.mock("@/lib/social-cards/draw-card", async (original) => {
  const actual = await original<typeof DrawCard>();
  return {
    ...actual,
    // The real drawing, counted.
    drawCard: (...given: Parameters<typeof actual.drawCard>) => {
      draw.calls += 1;
      return actual.drawCard(...given);
    },
  };
});

// Drawing takes a second on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let disk = "";
beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "a secret for tests, long enough to be one" });
  disk = env().STORAGE_URL;
});
afterEach(() => {
  setEnvironment({ STORAGE_URL: disk });
  draw.calls = 0;
});

const storage = () => openStorage(env().STORAGE_URL);
function partsOf(title: string): { signature: string; payload: string } {
  const { url } = socialCard({ path: "/news/a", title, category: "news", siteName: "Mental Health Network" });
  const [, , signature = "", file = ""] = new URL(url).pathname.split("/");
  return { signature, payload: file.replace(/\.png$/, "") };
}
const ask = (signature: string, file: string, method = "GET") =>
  GET(new Request("http://localhost", { method }), { params: Promise.resolve({ signature, payload: file }) });

describe("the address of a card", () => {
  it("gives a picture of its size, to be kept for ever; the second answer is read from the storage", async () => {
    const { signature, payload } = partsOf("Calm");
    expect(await storage().has(cardKey(payload))).toBe(false);
    const response = await ask(signature, `${payload}.png`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const first = Buffer.from(await response.arrayBuffer());
    expect(await sharp(first).metadata()).toMatchObject({ width: 1200, height: 630, format: "png" });
    expect(response.headers.get("Content-Length")).toBe(String(first.length));
    const second = Buffer.from(await (await ask(signature, `${payload}.png`)).arrayBuffer());
    expect(second.equals(first)).toBe(true);
    expect(draw.calls).toBe(1);
  });

  it("is read, not drawn: what lies in the storage is what is served", async () => {
    const { signature, payload } = partsOf("Kept");
    const own = await sharp({ create: { width: 3, height: 3, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    await storage().put(cardKey(payload), own, "image/png");
    const response = await ask(signature, `${payload}.png`);
    expect(Buffer.from(await response.arrayBuffer()).equals(own)).toBe(true);
    const head = await ask(signature, `${payload}.png`, "HEAD");
    expect([head.status, head.headers.get("Content-Length"), await head.text()]).toEqual([200, String(own.length), ""]);
    expect(draw.calls).toBe(0);
  });

  it("that the site has not named is none, and nothing is drawn", async () => {
    const { signature, payload } = partsOf("Named");
    const forged = Buffer.from(JSON.stringify([1, "Buy now", null, null, "Shop"])).toString("hex");
    const tries = [
      [signature, `${forged}.png`],
      ["0".repeat(32), `${payload}.png`],
      [signature, payload],
      [signature, `${payload}.jpg`],
      [signature, `${payload}0.png`],
      ["..", "..%2f.png"],
    ] as const;
    for (const [first, second] of tries) expect((await ask(first, second)).status).toBe(404);
    expect(draw.calls).toBe(0);
    expect(await storage().has(cardKey(forged))).toBe(false);
  });

  it("is drawn once for all who ask at the same time", async () => {
    const { signature, payload } = partsOf("Asked by many");
    const responses = await Promise.all([1, 2, 3, 4, 5].map(() => ask(signature, `${payload}.png`)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const bodies = await Promise.all(responses.map((response) => response.arrayBuffer()));
    expect(new Set(bodies.map((body) => Buffer.from(body).toString("base64"))).size).toBe(1);
    expect(draw.calls).toBe(1);
  });

  it("is drawn once for all instances: they wait for each other at the database", async () => {
    const { signature, payload } = partsOf("Asked of many");
    const asked = [1, 2].map(() => {
      // Another instance knows nothing of what this one has under way.
      forgetProcessWide("social-cards");
      return openSocialCard(signature, payload);
    });
    const [one, two] = await Promise.all(asked);
    expect((await buffer(one!.body)).equals(await buffer(two!.body))).toBe(true);
    expect(draw.calls).toBe(1);
  });

  it("works again after a failure of the storage", async () => {
    const { signature, payload } = partsOf("Failing");
    setEnvironment({ STORAGE_URL: "s3://k:s@127.0.0.1:1/pictures?tls=0" });
    await expect(openSocialCard(signature, payload)).rejects.toMatchObject({ code: "unavailable" });
    setEnvironment({ STORAGE_URL: disk });
    const card = await openSocialCard(signature, payload);
    expect((await buffer(card!.body)).length).toBeGreaterThan(1000);
  });
});
