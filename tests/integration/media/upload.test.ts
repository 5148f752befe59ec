import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { env, setEnvironment } from "@/lib/env";
import { createMediaFolder, deleteMediaFolder } from "@/lib/media/commands/media-folders";
import { takeInUpload } from "@/lib/media/commands/take-in";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import { variantKey } from "@/lib/media/variant-keys";
import { openStorage } from "@/lib/storage/open-storage";
import { anActor } from "@/tests/factories/actors";
import { testActor } from "@/tests/factories/articles";
import { aPicture } from "@/tests/factories/media";
import { startBucketServer, type BucketServer } from "../storage/bucket-server";

let author: Actor;
let moderator: Actor;
let bucket: BucketServer;
let disk = "";
beforeAll(async () => {
  author = await anActor("author");
  moderator = await anActor("moderator");
  bucket = await startBucketServer();
  disk = env().STORAGE_URL;
});
afterAll(() => bucket.stop());
beforeEach(() => {
  setEnvironment({ STORAGE_URL: disk });
});

const storage = () => openStorage(env().STORAGE_URL);

describe("uploadMedia", () => {
  it.each(["a disk", "a bucket"])("stores every variant on %s, and one row", async (where) => {
    if (where === "a bucket") setEnvironment({ STORAGE_URL: bucket.url });
    const { id, isNew } = await uploadMedia(author, {
      originalName: "C:\\fotos\\a.png",
      alt: " Red ",
      bytes: await aPicture(),
    });
    expect(isNew).toBe(true);
    const row = await database().media.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ originalName: "a.png", alt: "Red", width: 64, widths: [64], folderId: null });
    for (const format of ["avif", "webp", "jpg"] as const) {
      const object = await storage().get(variantKey(row.key, 64, format));
      expect((await sharp(await buffer(object!.body)).metadata()).width).toBe(64);
    }
    expect(await database().mediaLeftover.count()).toBe(0);
    const audit = { subjectType: "media", subjectId: String(id) };
    expect(await database().auditEntry.findMany({ where: audit })).toMatchObject([
      { action: "media.uploaded", actorLabel: "author@example.org" },
    ]);
  });

  it("knows the same bytes again, also when they come at the same time", async () => {
    const bytes = await aPicture();
    const results = await Promise.all([1, 2, 3].map(() => uploadMedia(author, { originalName: "a.png", bytes })));
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
    const later = await uploadMedia(author, { originalName: "b.png", alt: "other", bytes });
    expect(later).toEqual({ id: results[0]?.id, isNew: false });
    expect(await database().media.findUniqueOrThrow({ where: { id: later.id } })).toMatchObject({
      originalName: "a.png",
    });
    const audit = { subjectType: "media", subjectId: String(later.id) };
    expect(await database().auditEntry.count({ where: audit })).toBe(1);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("is refused to who may not upload", async () => {
    const bytes = await aPicture();
    await expect(uploadMedia(moderator, { originalName: "a.png", bytes })).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["a web page", () => Buffer.from("<html><script>alert(1)</script></html>"), "invalid", /not a picture/],
    ["SVG", () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "invalid", /SVG/],
    ["half a picture", async () => (await aPicture()).subarray(0, 100), "invalid", /damaged/],
    ["too many bytes", () => Buffer.alloc(25 * 1024 * 1024 + 1), "too-large", /larger than 25 MB/],
    ["nothing", () => Buffer.alloc(0), "invalid", /not a picture/],
  ])("refuses %s with words that help, and keeps nothing", async (_name, make, code, message) => {
    const before = await database().media.count();
    const attempt = uploadMedia(author, { originalName: "a.png", bytes: await make() });
    await expect(attempt).rejects.toMatchObject({
      name: "AppError",
      code,
      message: expect.stringMatching(message) as string,
    });
    expect(await database().media.count()).toBe(before);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("refuses details that make no sense, by field", async () => {
    const bytes = await aPicture();
    await expect(uploadMedia(author, { originalName: "/", bytes })).rejects.toMatchObject({
      fields: { originalName: [expect.any(String)] },
    });
    await expect(uploadMedia(author, { originalName: "a", bytes, folderId: 999_999 })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("leaves a trace of files when it fails half-way, so that they can be removed", async () => {
    const bytes = await aPicture();
    await database()
      .$executeRaw`ALTER TABLE media ADD CONSTRAINT broken CHECK (original_name <> 'broken.png') NOT VALID`;
    await expect(uploadMedia(author, { originalName: "broken.png", bytes })).rejects.toThrow();
    await database().$executeRaw`ALTER TABLE media DROP CONSTRAINT broken`;
    const [leftover] = await database().mediaLeftover.findMany();
    expect(await storage().has(variantKey(leftover!.key, 64, "avif"))).toBe(true);
    // The next try takes them over.
    await uploadMedia(author, { originalName: "whole.png", bytes });
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("says that the storage fails, and shows nobody a picture without files", async () => {
    setEnvironment({ STORAGE_URL: "s3://k:s@127.0.0.1:1/pictures?tls=0" });
    const before = await database().media.count();
    await expect(uploadMedia(author, { originalName: "a.png", bytes: await aPicture() })).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(await database().media.count()).toBe(before);
    await database().mediaLeftover.deleteMany();
  });

  it("and a folder deleted at the same time never meet half-way", async () => {
    const folderId = await createMediaFolder(testActor, { name: "Short-lived" });
    const [upload, removal] = await Promise.allSettled([
      uploadMedia(author, { originalName: "a.png", bytes: await aPicture(), folderId }),
      deleteMediaFolder(author, { folderId }),
    ]);
    const statuses = [upload.status, removal.status].sort();
    expect(statuses).toEqual(["fulfilled", "rejected"]);
    for (const outcome of [upload, removal]) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ name: "AppError" });
    }
    await database().mediaLeftover.deleteMany();
  });
});

describe("takeInUpload", () => {
  it("reads nothing for who may not upload, for bad details, and for what says that it is too large", async () => {
    let read = 0;
    const body = new Readable({
      read() {
        read += 1;
        this.push(null);
      },
    });
    const details = { originalName: "a.png" };
    await expect(takeInUpload(moderator, { body }, details)).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeInUpload(author, { body }, { originalName: "" })).rejects.toMatchObject({ code: "invalid" });
    const declared = { body, declaredBytes: 26 * 1024 * 1024 };
    await expect(takeInUpload(author, declared, details)).rejects.toMatchObject({ code: "too-large" });
    expect(read).toBe(0);
  });

  it("stops at the limit when nothing was declared", async () => {
    let taken = 0;
    const body = new Readable({
      read() {
        taken += 1;
        this.push(Buffer.alloc(1024 * 1024));
      },
    });
    await expect(takeInUpload(author, { body }, { originalName: "a.png" })).rejects.toMatchObject({
      code: "too-large",
    });
    expect(body.destroyed).toBe(true);
    expect(taken).toBeLessThan(30);
  });
});
