import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { createMediaFolder } from "@/lib/media/commands/media-folders";
import { getMediaItem, libraryPageSize, listMedia, listMediaFolders, listMediaFrom } from "@/lib/media/library-queries";
import type { MediaFilterInput } from "@/lib/media/schema";
import { anActor } from "@/tests/factories/actors";
import { aDraft } from "@/tests/factories/articles";
import { aMedia, picturesIn } from "@/tests/factories/media";

let author: Actor;
let moderator: Actor;
beforeAll(async () => {
  author = await anActor("author");
  moderator = await anActor("moderator");
});

const idsOf = async (filter: MediaFilterInput) => (await listMedia(author, filter, 1)).items.map(({ id }) => id);

describe("listMedia", () => {
  it("finds every word, inside other words too, in name, alternative text and credit", async () => {
    const id = await aMedia({ originalName: "IMG_lighthouse.png", alt: "A 100% blue door", credit: "Ann_Smith" });
    for (const search of ["lighthouse", "HTHOUS", "blue ann_s", "100% lighthouse", "door"]) {
      expect(await idsOf({ search })).toEqual([id]);
    }
    // Wildcards of SQL mean themselves.
    for (const search of ["light%house", "lighthouse_", "lighthouse red", "\\"]) {
      expect(await idsOf({ search })).toEqual([]);
    }
  });

  it("tells the whole library, one folder with what lies below, and the top apart", async () => {
    const outer = await createMediaFolder(author, { name: "Outer" });
    const inner = await createMediaFolder(author, { name: "Inner", parentId: outer });
    const [below, inside] = [await aMedia({ folderId: inner }), await aMedia({ folderId: outer })];
    const top = await aMedia();
    expect(await idsOf({ folderId: outer })).toEqual([inside, below]);
    expect(await idsOf({ folderId: inner })).toEqual([below]);
    expect(await idsOf({ folderId: null })).toContain(top);
    expect(await idsOf({ folderId: null })).not.toContain(below);
    expect(await idsOf({})).toEqual(expect.arrayContaining([below, inside, top]));
    expect(await idsOf({ folderId: 999_999 })).toEqual([]);
  });

  it("lists what nothing uses", async () => {
    const [free, inBody, cover] = await Promise.all(
      ["free", "body", "cover"].map((word) => aMedia({ alt: `unused-test ${word}` })),
    );
    await aDraft({ body: picturesIn(inBody!), coverId: cover!, coverAlt: "A door" });
    expect(await idsOf({ search: "unused-test", unused: true })).toEqual([free]);
    expect((await idsOf({ search: "unused-test" })).sort()).toEqual([free, inBody, cover].sort());
  });

  it("is refused to who may not browse", async () => {
    await expect(listMedia(moderator, {}, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listMediaFrom(moderator, {}, null)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getMediaItem(moderator, 1)).rejects.toMatchObject({ code: "forbidden" });
    expect(() => listMediaFolders(moderator)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  it("has an end", async () => {
    await expect(listMedia(author, {}, 999)).rejects.toMatchObject({ code: "not-found" });
    await expect(getMediaItem(author, 999_999)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("with 50,000 pictures", () => {
  const many = 50_000;
  beforeAll(async () => {
    await database().$executeRaw`
      INSERT INTO media (sha256, key, original_name, width, height, widths, placeholder, bytes, alt, credit, created_at)
      SELECT encode(sha256(n::text::bytea), 'hex'), 'key/' || n, 'file-' || n || '.jpg', 640, 480, '{320,640}', '', 1,
        'Picture of thing ' || md5(n::text), CASE WHEN n % 500 = 0 THEN 'Ann Example' END,
        now() - make_interval(secs => n / 4)
      FROM generate_series(1, ${many}::int) n`;
    await database().$executeRaw`ANALYZE media`;
  }, 120_000);

  it.each<[string, MediaFilterInput, number]>([
    ["the newest", {}, libraryPageSize],
    ["a rare word", { search: "file-31415" }, 1],
    ["a word of many", { search: "ann exam" }, libraryPageSize],
    ["a word of all", { search: "picture" }, libraryPageSize],
    ["a word of two letters", { search: "xy" }, 0],
    ["what nothing uses", { unused: true }, libraryPageSize],
    ["the top", { folderId: null }, libraryPageSize],
  ])("shows %s", async (_name, filter, shown) => {
    expect((await listMedia(author, filter, 1)).items).toHaveLength(shown);
    expect((await listMediaFrom(author, filter, null)).items).toHaveLength(shown);
  });

  it("shows the last page", async () => {
    const { pages, total } = await listMedia(author, {}, 1);
    expect(total).toBeGreaterThanOrEqual(many);
    expect((await listMedia(author, {}, pages)).items).toHaveLength(total - (pages - 1) * libraryPageSize);
  });

  it("searches by the index", async () => {
    const plan = await sql<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT id FROM media m
       WHERE (m.original_name || ' ' || m.alt || ' ' || coalesce(m.credit, '')) ILIKE '%file-31415%'`,
    );
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("media_search_idx");
  });

  it("goes on where a stretch ended, though pictures come and go meanwhile, and repeats and hides none", async () => {
    const filter = { search: "ann example" };
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const stretch = await listMediaFrom(author, filter, cursor);
      expect(stretch.items.length).toBeLessThanOrEqual(libraryPageSize);
      seen.push(...stretch.items.map(({ id }) => id));
      await aMedia({ credit: "Ann Example", alt: "Came meanwhile" });
      cursor = stretch.next;
    } while (cursor !== null);
    const expected = await database().media.findMany({
      where: { credit: "Ann Example", alt: { not: "Came meanwhile" } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { id: true },
    });
    expect(seen).toEqual(expected.map(({ id }) => id));
    expect(seen).toHaveLength(100);
  });

  it("refuses a place that it did not name", async () => {
    await expect(listMediaFrom(author, {}, "1; DROP TABLE media")).rejects.toMatchObject({ code: "invalid" });
    await expect(listMediaFrom(author, {}, "99999999999999-9999999999")).rejects.toMatchObject({ code: "invalid" });
  });
});
