import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/(machine)/media/[...path]/route";
import type { Actor } from "@/lib/auth/actor";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { env, setEnvironment } from "@/lib/env";
import { deleteMedia } from "@/lib/media/commands/delete-media";
import { renewCrops, renewCropsOf } from "@/lib/media/commands/renew-crops";
import { replaceMedia } from "@/lib/media/commands/replace-media";
import { sweepLeftovers } from "@/lib/media/commands/sweep-leftovers";
import { updateMedia } from "@/lib/media/commands/update-media";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import { findMedia } from "@/lib/media/queries";
import { searchImages } from "@/lib/media/search-images";
import { startCropRenewal } from "@/lib/media/sweeper";
import { cropKey, cropSourceKey, variantKey } from "@/lib/media/variant-keys";
import { findArticle } from "@/lib/publications/queries/article";
import { openStorage } from "@/lib/storage/open-storage";
import { anActor } from "@/tests/factories/actors";
import { aPublishedArticle } from "@/tests/factories/articles";
import { aPicture } from "@/tests/factories/media";

// Pictures of this size take a second or more of both cores each.
vi.setConfig({ testTimeout: 60_000 });

let editor: Actor;
let disk = "";
beforeAll(async () => {
  editor = await anActor("editor");
  disk = env().STORAGE_URL;
});
afterEach(() => {
  setEnvironment({ STORAGE_URL: disk });
});

const storage = () => openStorage(env().STORAGE_URL);
const version = async () => (await database().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version;
const rowOf = (id: number) => database().media.findUniqueOrThrow({ where: { id } });
const read = async (key: string) => buffer((await storage().get(key))!.body);
const day = 25 * 3_600_000;
const aDayLater = () => {
  setClock(new Date(now().getTime() + day));
};
/** What a picture from before there were crops looks like. */
const asFromBefore = async (id: number) => {
  const { key, crops } = await rowOf(id);
  for (const name of crops) await storage().delete(cropKey(key, name));
  await storage().delete(cropSourceKey(key));
  await database().$executeRaw`UPDATE media SET crops = NULL WHERE id = ${id}`;
};

/** Red on the left, green in the middle, blue on the right: a crop's middle tells where it was cut. */
async function stripes({ width, height }: { width: number; height: number }): Promise<Buffer> {
  const stripe = Math.round(width / 3);
  const input = (background: string) => sharp({ create: { width: stripe, height, channels: 3, background } }).png();
  return sharp({ create: { width, height, channels: 3, background: "#00ff00" } })
    .composite([
      { input: await input("#ff0000").toBuffer(), left: 0, top: 0 },
      { input: await input("#0000ff").toBuffer(), left: width - stripe, top: 0 },
    ])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** What the queue does behind a verb; fails when the verb has not asked for it. */
async function queuedCrops(mediaId: number): Promise<void> {
  const jobs = await database().$queryRaw<{ id: bigint }[]>`
    SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'cut-crops' AND key = ${`cut-crops:${String(mediaId)}`}`;
  expect(jobs).toHaveLength(1);
  await renewCropsOf(mediaId);
  await database().$queryRaw`SELECT id FROM graphile_worker.complete_jobs(${jobs.map(({ id }) => id)})`;
}

async function upload(bytes: Buffer): Promise<number> {
  return (await uploadMedia(editor, { originalName: "a.png", alt: "A picture", bytes })).id;
}

async function middleColour(file: Buffer): Promise<"red" | "green" | "blue"> {
  const { width, height } = await sharp(file).metadata();
  const [red = 0, green = 0, blue = 0] = await sharp(file)
    .extract({ left: Math.floor(width / 2), top: Math.floor(height / 2), width: 1, height: 1 })
    .raw()
    .toBuffer();
  if (red > 200 && green < 90) return "red";
  return green > 200 ? "green" : blue > 200 ? "blue" : "red";
}

describe("an upload", () => {
  it("is kept in three crops of exactly their sizes, which readers' programs can fetch for ever", async () => {
    const id = await upload(await stripes({ width: 2134, height: 1200 }));
    const { key, crops, width, widths } = await rowOf(id);
    expect(crops).toEqual(["16x9-50-50", "4x3-50-50", "1x1-50-50"]);
    expect([width, widths.at(-1)]).toEqual([1920, 1920]);
    const sizes: unknown[] = [];
    for (const name of crops) {
      const response = await GET(new Request("http://localhost"), {
        params: Promise.resolve({ path: [...key.split("/"), `${name}.jpg`] }),
      });
      expect(response.headers.get("Cache-Control")).toContain("immutable");
      const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      sizes.push([metadata.format, metadata.width, metadata.height, metadata.exif]);
    }
    expect(sizes).toEqual([
      ["jpeg", 1200, 675, undefined],
      ["jpeg", 1200, 900, undefined],
      ["jpeg", 1200, 1200, undefined],
    ]);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it.each([
    ["16:9 of 1920 x 1080", { width: 1920, height: 1080 }, ["16x9-50-50", "4x3-50-50"]],
    ["a wide strip", { width: 2400, height: 700 }, ["16x9-50-50"]],
    ["a small one", { width: 1100, height: 1100 }, []],
  ])("is never enlarged: %s", async (_name, size, names) => {
    const id = await upload(await aPicture(size));
    const { key, crops } = await rowOf(id);
    expect(crops).toEqual(names);
    for (const name of ["16x9-50-50", "4x3-50-50", "1x1-50-50"]) {
      expect(await storage().has(cropKey(key, name))).toBe(names.includes(name));
    }
    expect(await storage().has(cropSourceKey(key))).toBe(names.length > 0);
    const view = (await findMedia([id])).get(id)!;
    for (const { url } of searchImages(view)) expect(await storage().has(new URL(url).pathname.slice(1))).toBe(true);
  });

  it("shows no address of what the crops are cut from", async () => {
    const { key } = await rowOf(await upload(await aPicture({ width: 1300, height: 1300 })));
    const path = [...key.split("/"), "crop-source.jpg"];
    const response = await GET(new Request("http://localhost"), { params: Promise.resolve({ path }) });
    expect(response.status).toBe(404);
  });
});

describe("another focal point", () => {
  it("cuts anew under new addresses, tells readers' pages, and the old crops go after a day", async () => {
    const id = await upload(await stripes({ width: 2700, height: 1200 }));
    await aPublishedArticle({ slug: "striped", coverId: id, coverAlt: "Stripes" });
    const { key } = await rowOf(id);
    expect(await middleColour(await read(cropKey(key, "1x1-50-50")))).toBe("green");
    const before = await version();
    await updateMedia(editor, { mediaId: id, focalX: 0.1, focalY: 0.4 });
    const described = await version();
    expect(described).toBeGreaterThan(before);
    await queuedCrops(id);
    expect(await version()).toBeGreaterThan(described);
    const names = ["16x9-10-40", "4x3-10-40", "1x1-10-40"];
    expect((await findArticle("striped"))?.cover?.crops).toEqual(names);
    expect(await middleColour(await read(cropKey(key, "1x1-10-40")))).toBe("red");
    expect((await sharp(await read(cropKey(key, "1x1-10-40"))).metadata()).height).toBe(1200);
    // A page made before may still be named somewhere.
    expect(await storage().has(cropKey(key, "16x9-50-50"))).toBe(true);
    aDayLater();
    await sweepLeftovers();
    expect(await storage().has(cropKey(key, "16x9-50-50"))).toBe(false);
    for (const name of names) expect(await storage().has(cropKey(key, name))).toBe(true);
    expect(await storage().has(variantKey(key, 1920, "avif"))).toBe(true);
    expect(await storage().has(cropSourceKey(key))).toBe(true);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("moved away and back keeps its crops", async () => {
    const id = await upload(await aPicture({ width: 1200, height: 675 }));
    await updateMedia(editor, { mediaId: id, focalX: 0.9 });
    await queuedCrops(id);
    aDayLater();
    await updateMedia(editor, { mediaId: id, focalX: 0.5 });
    await queuedCrops(id);
    await sweepLeftovers();
    aDayLater();
    await sweepLeftovers();
    const { key, crops } = await rowOf(id);
    expect(crops).toEqual(["16x9-50-50"]);
    for (const name of crops) expect(await storage().has(cropKey(key, name))).toBe(true);
    expect(await storage().has(cropKey(key, "16x9-90-50"))).toBe(false);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("set by two people at once ends with crops of the one that the picture has", async () => {
    const id = await upload(await aPicture({ width: 1200, height: 675 }));
    const move = async (focalX: number) => {
      await updateMedia(editor, { mediaId: id, focalX });
      await renewCropsOf(id);
    };
    await Promise.all([0.1, 0.2, 0.3].map(move));
    const { focalX, crops, key } = await rowOf(id);
    expect(crops[0]).toBe(`16x9-${String(Math.round(focalX * 100))}-50`);
    for (const name of crops) expect(await storage().has(cropKey(key, name))).toBe(true);
    aDayLater();
    await sweepLeftovers();
    for (const name of crops) expect(await storage().has(cropKey(key, name))).toBe(true);
  });

  it("is saved also while the storage fails, and its crops come later", async () => {
    const id = await upload(await aPicture({ width: 1200, height: 675 }));
    setEnvironment({ STORAGE_URL: "s3://k:s@127.0.0.1:1/pictures?tls=0" });
    await updateMedia(editor, { mediaId: id, focalX: 0.25 });
    await expect(queuedCrops(id)).rejects.toMatchObject({ code: "unavailable" });
    setEnvironment({ STORAGE_URL: disk });
    const waiting = (await findMedia([id])).get(id)!;
    expect(waiting.crops).toBeNull();
    expect(searchImages(waiting)[0]?.url).toMatch(/\/1200\.jpg$/);
    expect(await renewCrops()).toBe(1);
    expect((await rowOf(id)).crops[0]).toBe("16x9-25-50");
  });
});

describe("replacing", () => {
  it("cuts the new bytes around the focal point that stays, and the old crops go with the old files", async () => {
    const id = await upload(await aPicture({ width: 1300, height: 1300 }));
    await updateMedia(editor, { mediaId: id, focalX: 0.9, focalY: 0 });
    await queuedCrops(id);
    const old = await rowOf(id);
    const bytes = await stripes({ width: 2720, height: 1200 });
    await replaceMedia(editor, { mediaId: id, bytes, originalName: "b.png" });
    const { key, crops } = await rowOf(id);
    expect(crops).toEqual(["16x9-90-0", "4x3-90-0", "1x1-90-0"]);
    expect(await middleColour(await read(cropKey(key, "1x1-90-0")))).toBe("blue");
    aDayLater();
    await sweepLeftovers();
    for (const name of old.crops) expect(await storage().has(cropKey(old.key, name))).toBe(false);
    expect(await storage().has(cropSourceKey(old.key))).toBe(false);
    for (const name of crops) expect(await storage().has(cropKey(key, name))).toBe(true);
  });

  it("while the focal point moves ends with crops of both", async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const id = await upload(await aPicture({ width: 1200, height: 675 }));
      const bytes = await aPicture({ width: 1250, height: 700 });
      await Promise.all([
        replaceMedia(editor, { mediaId: id, bytes, originalName: "b.png" }),
        updateMedia(editor, { mediaId: id, focalX: 0.1 }),
      ]);
      await queuedCrops(id);
      const { key, crops } = await rowOf(id);
      expect(crops).toEqual(["16x9-10-50"]);
      for (const name of crops) expect(await storage().has(cropKey(key, name))).toBe(true);
    }
  });
});

it("deleting takes the crops along", async () => {
  const id = await upload(await aPicture({ width: 1200, height: 675 }));
  const { key, crops } = await rowOf(id);
  await deleteMedia(editor, { mediaId: id });
  aDayLater();
  await sweepLeftovers();
  for (const name of crops) expect(await storage().has(cropKey(key, name))).toBe(false);
  expect(await storage().has(cropSourceKey(key))).toBe(false);
});

describe("renewCrops, for pictures from before", () => {
  it("cuts what their widest variant allows, tells readers' pages once, and has nothing to do then", async () => {
    const [wide, square, small] = [
      await upload(await aPicture({ width: 2400, height: 1300 })),
      await upload(await aPicture({ width: 1300, height: 1300 })),
      await upload(await aPicture()),
    ];
    for (const id of [wide, square, small]) await asFromBefore(id);
    const before = await version();
    expect(await renewCrops()).toBe(3);
    expect(await version()).toBe(before + 1n);
    // 2400 x 1300 is kept as 1920 x 1040.
    expect((await rowOf(wide)).crops).toEqual(["16x9-50-50", "4x3-50-50"]);
    expect((await rowOf(square)).crops).toHaveLength(3);
    expect((await rowOf(small)).crops).toEqual([]);
    expect((await sharp(await read(cropKey((await rowOf(wide)).key, "4x3-50-50"))).metadata()).width).toBe(1200);
    expect(await renewCrops()).toBe(0);
    expect(await version()).toBe(before + 1n);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("goes on where it was stopped, and shares the work with others", async () => {
    const ids: number[] = [];
    for (let count = 0; count < 4; count += 1) ids.push(await upload(await aPicture({ width: 1200, height: 675 })));
    for (const id of ids) await asFromBefore(id);
    let asked = 0;
    expect(await renewCrops(() => (asked += 1) > 2)).toBe(2);
    const shares = await Promise.all([renewCrops(), renewCrops()]);
    expect(shares[0] + shares[1]).toBe(2);
    for (const id of ids) expect((await rowOf(id)).crops).toEqual(["16x9-50-50"]);
  });

  it("leaves everything as it was when it dies half-way, and does it again", async () => {
    const id = await upload(await aPicture({ width: 1200, height: 675 }));
    await asFromBefore(id);
    await database().$executeRawUnsafe(
      `ALTER TABLE media ADD CONSTRAINT broken CHECK (crops IS NULL OR id <> ${String(id)}) NOT VALID`,
    );
    await expect(renewCrops()).rejects.toThrow();
    await database().$executeRaw`ALTER TABLE media DROP CONSTRAINT broken`;
    // What was written counts as left over, so that it can be removed.
    const { key } = await rowOf(id);
    expect(await database().mediaLeftover.findUnique({ where: { key } })).toMatchObject({ crops: ["16x9-50-50"] });
    expect(await renewCrops()).toBe(1);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("does not try for ever what is gone or damaged, and does the others", async () => {
    const [gone, damaged, whole] = [
      await upload(await aPicture({ width: 1200, height: 675 })),
      await upload(await aPicture({ width: 1200, height: 675 })),
      await upload(await aPicture({ width: 1200, height: 675 })),
    ];
    for (const id of [gone, damaged, whole]) await asFromBefore(id);
    await storage().delete(variantKey((await rowOf(gone)).key, 1200, "jpg"));
    await storage().put(variantKey((await rowOf(damaged)).key, 1200, "jpg"), Buffer.from("no picture"), "image/jpeg");
    expect(await renewCrops()).toBe(3);
    expect((await rowOf(gone)).crops).toEqual([]);
    expect((await rowOf(damaged)).crops).toEqual([]);
    expect((await rowOf(whole)).crops).toEqual(["16x9-50-50"]);
    expect(await renewCrops()).toBe(0);
  });

  it("is done by the server for as long as it runs", async () => {
    const id = await upload(await aPicture({ width: 1200, height: 675 }));
    await asFromBefore(id);
    const stop = startCropRenewal(0.01);
    await expect.poll(async () => (await rowOf(id)).crops).toEqual(["16x9-50-50"]);
    await stop();
  });
});
