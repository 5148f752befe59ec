import { Readable } from "node:stream";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { aPublishedArticle } from "@/tests/factories/articles";
import type { Actor } from "@/lib/auth/actor";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { deleteMedia } from "@/lib/media/commands/delete-media";
import { replaceMedia } from "@/lib/media/commands/replace-media";
import { takeInReplacement } from "@/lib/media/commands/take-in";
import { sweepLeftovers } from "@/lib/media/commands/sweep-leftovers";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import { getMediaItem } from "@/lib/media/library-queries";
import { findMedia } from "@/lib/media/queries";
import { startMediaSweeper } from "@/lib/media/sweeper";
import { variantKey } from "@/lib/media/variant-keys";
import { openStorage } from "@/lib/storage/open-storage";
import { anActor } from "@/tests/factories/actors";
import { aMedia, aPicture } from "@/tests/factories/media";

let editor: Actor;
let author: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
});

const hour = 3_600_000;
const version = async () => (await database().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version;
const hasFiles = (key: string) => openStorage(env().STORAGE_URL).has(variantKey(key, 64, "avif"));
const keyOf = async (id: number) => (await database().media.findUniqueOrThrow({ where: { id } })).key;
const later = (milliseconds: number) => {
  setClock(new Date(now().getTime() + milliseconds));
};

describe("replaceMedia", () => {
  it("shows the new bytes under the same id, keeps the words, and tells readers' pages", async () => {
    const mediaId = await aMedia({ alt: "A door", credit: "Ann" });
    await aPublishedArticle({ coverId: mediaId, coverAlt: "A door" });
    const [oldKey, before] = [await keyOf(mediaId), await version()];
    const bytes = await sharp({ create: { width: 320, height: 90, channels: 3, background: "#123456" } })
      .png()
      .toBuffer();
    expect(await replaceMedia(editor, { mediaId, bytes, originalName: "new.png" })).toEqual({ changed: true });
    expect(await getMediaItem(author, mediaId)).toMatchObject({
      id: mediaId,
      alt: "A door",
      credit: "Ann",
      originalName: "new.png",
      width: 320,
      height: 90,
    });
    // Readers' pages name the files by the hash of the picture: no cache can hold the old one under the new address.
    const shown = (await findMedia([mediaId])).get(mediaId);
    expect(shown?.key).not.toBe(oldKey);
    expect(await version()).toBe(before + 1n);
    expect(await hasFiles(oldKey)).toBe(true);
    expect(
      await database().auditEntry.findFirst({ where: { action: "media.replaced", subjectId: String(mediaId) } }),
    ).toMatchObject({ before: { originalName: "a.png" }, after: { originalName: "new.png" } });
  });

  it("changes no reader's page when no reader sees it, and nothing at all for the same bytes", async () => {
    const bytes = await aPicture();
    const { id: mediaId } = await uploadMedia(author, { originalName: "a.png", bytes });
    const before = await version();
    expect(await replaceMedia(editor, { mediaId, bytes, originalName: "b.png" })).toEqual({ changed: false });
    expect((await getMediaItem(author, mediaId)).originalName).toBe("a.png");
    await replaceMedia(editor, { mediaId, bytes: await aPicture(), originalName: "b.png" });
    expect(await version()).toBe(before);
  });

  it("refuses bytes that the library has as another picture, and says which", async () => {
    const bytes = await aPicture();
    const { id: twin } = await uploadMedia(author, { originalName: "a.png", bytes });
    const mediaId = await aMedia();
    await expect(replaceMedia(editor, { mediaId, bytes, originalName: "a.png" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(String(twin)) as string,
    });
  });

  it("and an upload of the same bytes at the same time make one picture of them", async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const [mediaId, bytes] = [await aMedia(), await aPicture()];
      const [replaced, uploaded] = await Promise.allSettled([
        replaceMedia(editor, { mediaId, bytes, originalName: "a.png" }),
        uploadMedia(author, { originalName: "a.png", bytes }),
      ]);
      expect(uploaded.status).toBe("fulfilled");
      if (replaced.status === "rejected") expect(replaced.reason).toMatchObject({ code: "conflict" });
      if (uploaded.status === "fulfilled") expect(await hasFiles(await keyOf(uploaded.value.id))).toBe(true);
    }
  });

  it("leaves the old picture when the new file is none", async () => {
    const mediaId = await aMedia();
    const key = await keyOf(mediaId);
    const attempt = replaceMedia(editor, { mediaId, bytes: Buffer.from("<svg/>"), originalName: "a.svg" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid" });
    expect(await keyOf(mediaId)).toBe(key);
  });

  it("is for editors, and for pictures that are there", async () => {
    const bytes = await aPicture();
    const details = { mediaId: await aMedia(), originalName: "a.png" };
    await expect(replaceMedia(author, { ...details, bytes })).rejects.toMatchObject({ code: "forbidden" });
    await expect(replaceMedia(editor, { ...details, mediaId: 999_999, bytes })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("takeInReplacement", () => {
  it("reads nothing for who may not, and of what is too large", async () => {
    const details = { mediaId: await aMedia(), originalName: "a.png" };
    let read = 0;
    const body = Readable.from(
      (function* () {
        read += 1;
        yield Buffer.from("no picture");
      })(),
    );
    await expect(takeInReplacement(author, { body }, details)).rejects.toMatchObject({ code: "forbidden" });
    const declared = { body, declaredBytes: 26 * 1024 * 1024 };
    await expect(takeInReplacement(editor, declared, details)).rejects.toMatchObject({ code: "too-large" });
    expect(read).toBe(0);
  });
});

describe("the files of pictures that are gone", () => {
  it("stay for a day, then go; files of pictures that are there stay", async () => {
    const [gone, replaced] = [await aMedia(), await aMedia()];
    const [goneKey, replacedKey] = [await keyOf(gone), await keyOf(replaced)];
    await deleteMedia(editor, { mediaId: gone });
    await replaceMedia(editor, { mediaId: replaced, bytes: await aPicture(), originalName: "b.png" });
    later(23 * hour);
    await sweepLeftovers();
    expect([await hasFiles(goneKey), await hasFiles(replacedKey)]).toEqual([true, true]);
    later(2 * hour);
    expect(await sweepLeftovers()).toBeGreaterThanOrEqual(2);
    expect([await hasFiles(goneKey), await hasFiles(replacedKey)]).toEqual([false, false]);
    expect(await hasFiles(await keyOf(replaced))).toBe(true);
    expect(await database().mediaLeftover.count()).toBe(0);
  });

  it("come back with the same picture, also while they are being removed", async () => {
    const bytes = await aPicture();
    const { id } = await uploadMedia(author, { originalName: "a.png", bytes });
    await deleteMedia(editor, { mediaId: id });
    later(25 * hour);
    const [again] = await Promise.all([
      uploadMedia(author, { originalName: "a.png", bytes }),
      sweepLeftovers(),
      sweepLeftovers(),
    ]);
    expect(await hasFiles(await keyOf(again.id))).toBe(true);
    later(25 * hour);
    await sweepLeftovers();
    expect(await hasFiles(await keyOf(again.id))).toBe(true);
  });

  it("are swept by the server for as long as it runs", async () => {
    const mediaId = await aMedia();
    const key = await keyOf(mediaId);
    await deleteMedia(editor, { mediaId });
    later(25 * hour);
    const stop = startMediaSweeper(0.01);
    await expect.poll(() => hasFiles(key)).toBe(false);
    await stop();
    expect(await database().mediaLeftover.count()).toBe(0);
  });
});
