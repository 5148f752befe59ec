import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { updateMedia } from "@/lib/media/commands/update-media";
import { createMediaFolder } from "@/lib/media/commands/media-folders";
import { getMediaItem } from "@/lib/media/library-queries";
import { findArticle } from "@/lib/publications/queries/article";
import { anActor } from "@/tests/factories/actors";
import { aDraft, aPublishedArticle } from "@/tests/factories/articles";
import { aMedia } from "@/tests/factories/media";

let editor: Actor;
let author: Actor;
let reviewer: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
  reviewer = await anActor("reviewer");
});

const version = async () => (await database().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version;
const auditOf = (id: number) =>
  database().auditEntry.findMany({ where: { action: "media.updated", subjectId: String(id) } });

describe("updateMedia", () => {
  it("changes what is given, keeps the rest, and writes down what was before", async () => {
    const mediaId = await aMedia({ alt: "A door", credit: "Ann" });
    await updateMedia(author, { mediaId, alt: " An open door ", focalX: 0.25, focalY: 1 });
    expect(await getMediaItem(author, mediaId)).toMatchObject({
      alt: "An open door",
      credit: "Ann",
      focalX: 0.25,
      focalY: 1,
      decorative: false,
    });
    expect(await auditOf(mediaId)).toMatchObject([
      {
        before: { alt: "A door", focalX: 0.5, focalY: 0.5 },
        after: { alt: "An open door", focalX: 0.25, focalY: 1 },
      },
    ]);
  });

  it("writes nothing when nothing differs", async () => {
    const mediaId = await aMedia({ alt: "A door" });
    const before = await version();
    await updateMedia(author, { mediaId, alt: "A door" });
    await updateMedia(author, { mediaId });
    expect(await auditOf(mediaId)).toEqual([]);
    expect(await version()).toBe(before);
  });

  it("leaves what readers see to editors, and renews readers' pages", async () => {
    const mediaId = await aMedia();
    await aPublishedArticle({ coverId: mediaId, coverAlt: "A door" });
    const before = await version();
    await expect(updateMedia(author, { mediaId, credit: "Somebody" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await getMediaItem(author, mediaId)).credit).toBeNull();
    expect(await version()).toBe(before);
    // A folder is no reader's business.
    await updateMedia(author, { mediaId, folderId: await createMediaFolder(author, { name: "Doors" }) });
    expect(await version()).toBe(before);
    await updateMedia(editor, { mediaId, credit: "Somebody" });
    expect(await version()).toBe(before + 1n);
  });

  it("brings the focal point to the pages that crop the picture", async () => {
    const mediaId = await aMedia();
    await aPublishedArticle({ slug: "cropped", coverId: mediaId, coverAlt: "A door" });
    await updateMedia(editor, { mediaId, focalX: 0.2, focalY: 0.9 });
    const article = await findArticle("cropped");
    expect(article?.cover).toMatchObject({ id: mediaId, focalX: 0.2, focalY: 0.9 });
  });

  it("lets writers describe what only drafts use", async () => {
    const mediaId = await aMedia();
    await aDraft({ coverId: mediaId, coverAlt: "A door" });
    await updateMedia(author, { mediaId, decorative: true, alt: "" });
    expect(await getMediaItem(author, mediaId)).toMatchObject({ decorative: true, alt: "" });
  });

  it.each([
    [{ focalX: 1.01 }, "focalX"],
    [{ focalY: -0.1 }, "focalY"],
    [{ focalX: Number.NaN }, "focalX"],
    [{ alt: "x".repeat(501) }, "alt"],
    [{ credit: "x".repeat(201) }, "credit"],
  ])("refuses %j", async (given, field) => {
    const mediaId = await aMedia();
    expect(() => updateMedia(author, { mediaId, ...given })).toThrow(
      expect.objectContaining({ fields: { [field]: [expect.any(String)] } }),
    );
  });

  it("is refused to who may not, and for what is not there", async () => {
    const mediaId = await aMedia();
    expect(() => updateMedia(reviewer, { mediaId, alt: "x" })).toThrow(expect.objectContaining({ code: "forbidden" }));
    await expect(updateMedia(author, { mediaId: 999_999, alt: "x" })).rejects.toMatchObject({ code: "not-found" });
    await expect(updateMedia(author, { mediaId, folderId: 999_999 })).rejects.toMatchObject({ code: "not-found" });
  });

  it("the database keeps the focal point inside the picture", async () => {
    const id = await aMedia();
    await expect(database().media.update({ where: { id }, data: { focalX: 2 } })).rejects.toThrow(/check/i);
  });
});
