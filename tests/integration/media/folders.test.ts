import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { createMediaFolder, deleteMediaFolder, updateMediaFolder } from "@/lib/media/commands/media-folders";
import { moveMedia } from "@/lib/media/commands/update-media";
import { listMedia, listMediaFolders } from "@/lib/media/library-queries";
import { anActor } from "@/tests/factories/actors";
import { aMedia } from "@/tests/factories/media";

let author: Actor;
let reviewer: Actor;
beforeAll(async () => {
  author = await anActor("author");
  reviewer = await anActor("reviewer");
});

let counter = 0;
const aFolder = (parentId: number | null = null): Promise<number> => {
  counter += 1;
  return createMediaFolder(author, { name: `Folder ${String(counter)}`, parentId });
};
const folderOf = async (id: number) => (await database().media.findUniqueOrThrow({ where: { id } })).folderId;
const auditOf = async (subjectId: number) =>
  (
    await database().auditEntry.findMany({
      where: { subjectType: "media-folder", subjectId: String(subjectId) },
      orderBy: { id: "asc" },
    })
  ).map(({ action }) => action);

describe("createMediaFolder", () => {
  it("adds a folder that the library lists behind its parent", async () => {
    const outer = await createMediaFolder(author, { name: "  Portraits " });
    const inner = await createMediaFolder(author, { name: "2026", parentId: outer });
    await aMedia({ folderId: inner });
    const listed = (await listMediaFolders(author)).filter(({ id }) => id === outer || id === inner);
    expect(listed).toEqual([
      { id: outer, parentId: null, name: "Portraits", path: ["Portraits"], pictures: 0 },
      { id: inner, parentId: outer, name: "2026", path: ["Portraits", "2026"], pictures: 1 },
    ]);
    expect(await auditOf(outer)).toEqual(["media-folder.created"]);
  });

  it("refuses a name that is taken beside it, in any case, and takes it elsewhere", async () => {
    const parentId = await createMediaFolder(author, { name: "Lamps" });
    await expect(createMediaFolder(author, { name: "LAMPS" })).rejects.toMatchObject({ code: "conflict" });
    await expect(createMediaFolder(author, { name: "Lamps", parentId })).resolves.toEqual(expect.any(Number));
  });

  it("gives one of two that ask for the same name at the same time the folder", async () => {
    const attempts = await Promise.allSettled([1, 2].map(() => createMediaFolder(author, { name: "Twins" })));
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([[""], ["   "], ["a/b"], ["a\u0000b"], ["x".repeat(81)]])("refuses the name %j", (name) => {
    expect(() => createMediaFolder(author, { name })).toThrow(
      expect.objectContaining({ fields: { name: [expect.any(String)] } }),
    );
  });

  it("refuses a parent that is gone, and who may not", async () => {
    await expect(createMediaFolder(author, { name: "x", parentId: 999_999 })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(() => createMediaFolder(reviewer, { name: "x" })).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});

describe("updateMediaFolder", () => {
  it("renames and moves, with everything in it", async () => {
    const [from, to] = [await aFolder(), await aFolder()];
    const inside = await aFolder(from);
    const picture = await aMedia({ folderId: inside });
    await updateMediaFolder(author, { folderId: from, name: "Renamed", parentId: to });
    const listed = (await listMediaFolders(author)).find(({ id }) => id === inside);
    expect(listed?.path.slice(1, 2)).toEqual(["Renamed"]);
    expect(listed?.path).toHaveLength(3);
    const { items } = await listMedia(author, { folderId: to }, 1);
    expect(items.map(({ id }) => id)).toEqual([picture]);
    expect(await auditOf(from)).toEqual(["media-folder.created", "media-folder.updated"]);
  });

  it("refuses to put a folder into itself or below itself", async () => {
    const outer = await aFolder();
    const middle = await aFolder(outer);
    const inner = await aFolder(middle);
    for (const parentId of [outer, middle, inner]) {
      await expect(updateMediaFolder(author, { folderId: outer, parentId })).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(updateMediaFolder(author, { folderId: inner, parentId: null })).resolves.toBeUndefined();
  });

  it("never makes a circle of two moves at the same time", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const [a, b] = [await aFolder(), await aFolder()];
      const moves = await Promise.allSettled([
        updateMediaFolder(author, { folderId: a, parentId: b }),
        updateMediaFolder(author, { folderId: b, parentId: a }),
      ]);
      expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      // Folders of a circle would hang from nothing and be listed nowhere.
      expect((await listMediaFolders(author)).filter(({ id }) => id === a || id === b)).toHaveLength(2);
    }
  });

  it("the database itself refuses a circle", async () => {
    const outer = await aFolder();
    const inner = await aFolder(outer);
    await expect(database().mediaFolder.update({ where: { id: outer }, data: { parentId: inner } })).rejects.toThrow(
      /would lie in itself/,
    );
  });

  it("refuses a taken name, a missing folder, and who may not", async () => {
    const [one, two] = [await aFolder(), await aFolder()];
    const { name } = await database().mediaFolder.findUniqueOrThrow({ where: { id: one } });
    await expect(updateMediaFolder(author, { folderId: two, name })).rejects.toMatchObject({ code: "conflict" });
    await expect(updateMediaFolder(author, { folderId: 999_999, name: "x" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(() => updateMediaFolder(reviewer, { folderId: one, name: "x" })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });
});

describe("deleteMediaFolder", () => {
  it("removes an empty folder, and says what a full one still holds", async () => {
    const outer = await aFolder();
    const inner = await aFolder(outer);
    const picture = await aMedia({ folderId: inner });
    await expect(deleteMediaFolder(author, { folderId: outer })).rejects.toMatchObject({
      code: "conflict",
      message: "The folder still holds 0 pictures and 1 folders. Move them first.",
    });
    await expect(deleteMediaFolder(author, { folderId: inner })).rejects.toMatchObject({ code: "conflict" });
    await moveMedia(author, { mediaIds: [picture], folderId: null });
    await deleteMediaFolder(author, { folderId: inner });
    await deleteMediaFolder(author, { folderId: outer });
    expect(await auditOf(outer)).toContain("media-folder.deleted");
    await expect(deleteMediaFolder(author, { folderId: outer })).rejects.toMatchObject({ code: "not-found" });
  });

  it("is refused to who may not", async () => {
    const folderId = await aFolder();
    expect(() => deleteMediaFolder(reviewer, { folderId })).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});

describe("moveMedia", () => {
  it("moves many, says which are gone, and writes one line of the audit log", async () => {
    const folderId = await aFolder();
    const [one, two] = [await aMedia(), await aMedia()];
    const outcomes = await moveMedia(author, { mediaIds: [two, 999_999, one, two], folderId });
    expect(outcomes).toEqual([
      { mediaId: two, problem: null },
      { mediaId: 999_999, problem: "There is no such picture." },
      { mediaId: one, problem: null },
    ]);
    expect([await folderOf(one), await folderOf(two)]).toEqual([folderId, folderId]);
    expect(
      await database().auditEntry.findFirst({ where: { action: "media.moved" }, orderBy: { id: "desc" } }),
    ).toMatchObject({
      after: { mediaIds: [one, two], folderId },
    });
    expect(await moveMedia(author, { mediaIds: [one], folderId: null })).toEqual([{ mediaId: one, problem: null }]);
    expect(await folderOf(one)).toBeNull();
  });

  it("changes no content version: readers see nothing of folders", async () => {
    const version = async () => (await database().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version;
    const before = await version();
    await moveMedia(author, { mediaIds: [await aMedia()], folderId: await aFolder() });
    expect(await version()).toBe(before);
  });

  it("moves nothing into a folder that is gone, and nothing for who may not", async () => {
    const picture = await aMedia();
    await expect(moveMedia(author, { mediaIds: [picture], folderId: 999_999 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(moveMedia(author, { mediaIds: [picture], folderId: null })).resolves.toHaveLength(1);
    expect(() => moveMedia(reviewer, { mediaIds: [picture], folderId: null })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    expect(() => moveMedia(author, { mediaIds: [], folderId: null })).toThrow(
      expect.objectContaining({ code: "invalid" }),
    );
  });

  it("and the deletion of the folder at the same time never lose a picture", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const folderId = await aFolder();
      const picture = await aMedia();
      const attempts = await Promise.allSettled([
        moveMedia(author, { mediaIds: [picture], folderId }),
        deleteMediaFolder(author, { folderId }),
      ]);
      expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});
