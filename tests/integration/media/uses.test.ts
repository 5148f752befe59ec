import { beforeAll, describe, expect, it } from "vitest";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import type { Actor } from "@/lib/auth/actor";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { deleteManyMedia, deleteMedia } from "@/lib/media/commands/delete-media";
import { listMedia } from "@/lib/media/library-queries";
import { whereUsed } from "@/lib/media/uses-queries";
import { createPage } from "@/lib/pages/commands";
import { anActor } from "@/tests/factories/actors";
import { aCategory, aDesk, aDraft, aPublishedArticle, paragraphs, testActor } from "@/tests/factories/articles";
import { aMedia, picturesIn } from "@/tests/factories/media";

let editor: Actor;
let author: Actor;
let moderator: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
  moderator = await anActor("moderator");
});

const hour = 3_600_000;
const kindsOf = async (mediaId: number) => (await whereUsed(author, mediaId)).map(({ kind }) => kind);
const exists = async (id: number) => (await database().media.count({ where: { id } })) === 1;

describe("whereUsed", () => {
  it("is empty for what nothing uses, and for what is not there", async () => {
    expect(await whereUsed(author, await aMedia())).toEqual([]);
    expect(await whereUsed(author, 999_999)).toEqual([]);
  });

  it("finds covers, bodies and galleries of working copies and of what readers see", async () => {
    const [cover, first, inGallery] = [await aMedia(), await aMedia(), await aMedia()];
    const { articleId } = await aPublishedArticle({
      slug: "used",
      headline: "Used",
      coverId: cover,
      coverAlt: "A door",
      body: picturesIn(first, inGallery),
    });
    const publication = { kind: "publication", articleId, headline: "Used", when: "live", path: "/news/used" };
    const workingCopy = { kind: "working-copy", articleId, headline: "Used" };
    expect(await whereUsed(author, cover)).toEqual([
      { ...publication, place: "cover" },
      { ...workingCopy, place: "cover" },
    ]);
    for (const mediaId of [first, inGallery]) {
      expect(await whereUsed(author, mediaId)).toEqual([
        { ...publication, place: "body" },
        { ...workingCopy, place: "body" },
      ]);
    }
  });

  it("says when readers see it", async () => {
    const coverId = await aMedia();
    const visibleFrom = new Date(now().getTime() + hour);
    const { articleId } = await aPublishedArticle({ coverId, coverAlt: "A door" }, { visibleFrom });
    const state = async () => {
      const use = (await whereUsed(author, coverId)).find(({ kind }) => kind === "publication");
      return use?.kind === "publication" ? use.when : null;
    };
    expect(await state()).toBe("scheduled");
    setClock(visibleFrom);
    expect(await state()).toBe("live");
    const { version } = await database().article.findUniqueOrThrow({ where: { id: articleId } });
    setClock(new Date(visibleFrom.getTime() + hour));
    await withdrawArticle(testActor, { articleId, expectedVersion: version, reason: "It was wrong." });
    expect(await state()).toBe("ended");
  });

  it("finds earlier versions of an article that no longer uses it, and counts them", async () => {
    const mediaId = await aMedia();
    const draft = await aDraft({ body: picturesIn(mediaId) });
    const { version } = await saveArticle(testActor, {
      articleId: draft.articleId,
      expectedVersion: draft.version,
      workingCopy: await copyOf(draft.articleId, { body: picturesIn(mediaId), headline: "Second" }),
    });
    expect(await kindsOf(mediaId)).toEqual(["working-copy"]);
    await saveArticle(testActor, {
      articleId: draft.articleId,
      expectedVersion: version,
      workingCopy: await copyOf(draft.articleId, { body: paragraphs("No picture any more.") }),
    });
    expect(await whereUsed(author, mediaId)).toMatchObject([
      { kind: "earlier-versions", articleId: draft.articleId, versions: expect.any(Number) as number },
    ]);
  });

  it("finds static pages, portraits, advertisements and slots of the home page", async () => {
    const mediaId = await aMedia();
    await createPage(testActor, { slug: "with-picture", title: "With a picture", body: picturesIn(mediaId) });
    const person = await database().person.update({
      where: { id: await aDesk("a-portrait") },
      data: { portraitId: mediaId },
    });
    const box = {
      slot: "article-side",
      mediaId,
      alt: "An advertisement",
      href: "https://example.org",
      width: 300,
      height: 250,
    };
    const shown = await database().advertisement.create({ data: { ...box, name: "Spring" } });
    const over = await database().advertisement.create({
      data: {
        ...box,
        name: "Winter",
        startsAt: new Date(now().getTime() - 2 * hour),
        endsAt: new Date(now().getTime() - hour),
      },
    });
    const { articleId } = await aPublishedArticle({ headline: "On top", coverId: mediaId, coverAlt: "A door" });
    await database().homeSlot.create({
      data: { slot: "lead", articleId, until: new Date(now().getTime() + hour) },
    });
    const uses = await whereUsed(author, mediaId);
    expect(uses).toEqual(
      expect.arrayContaining([
        { kind: "page", pageId: expect.any(Number) as number, title: "With a picture" },
        { kind: "portrait", personId: person.id, name: "a portrait" },
        { kind: "advertisement", advertisementId: shown.id, name: "Spring", slot: "article-side", enabled: true },
        { kind: "advertisement", advertisementId: over.id, name: "Winter", slot: "article-side", enabled: false },
        { kind: "home-slot", slot: "lead", articleId, headline: "On top" },
      ]),
    );
    expect(uses).toHaveLength(7);
    // What readers see comes first.
    expect(uses.at(-1)?.kind).toBe("working-copy");
    setClock(new Date(Date.now() + 2 * hour));
    expect(await kindsOf(mediaId)).not.toContain("home-slot");
  });

  it("knows every table that can name a picture", async () => {
    const rows = await database().$queryRaw<{ name: string }[]>`
      SELECT conrelid::regclass::text AS name FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'media'::regclass ORDER BY 1`;
    expect([...new Set(rows.map(({ name }) => name))]).toEqual([
      "advertisement",
      "article",
      "article_media",
      // No use: what a picture was called on an earlier site goes with the picture.
      "legacy_address",
      "page_media",
      "person",
      "publication",
      "publication_media",
      "revision_media",
    ]);
  });

  it("is refused to who may not browse", async () => {
    await expect(whereUsed(moderator, 1)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("deleteMedia", () => {
  it("deletes what nothing uses, and the library no longer has it", async () => {
    const mediaId = await aMedia({ originalName: "unused-lamp.png" });
    expect((await listMedia(author, { search: "unused-lamp", unused: true }, 1)).total).toBe(1);
    await deleteMedia(editor, { mediaId });
    expect((await listMedia(author, { search: "unused-lamp" }, 1)).total).toBe(0);
    expect(
      await database().auditEntry.findFirst({ where: { action: "media.deleted", subjectId: String(mediaId) } }),
    ).toMatchObject({ before: { originalName: "unused-lamp.png" }, actorLabel: "editor@example.org" });
    await expect(deleteMedia(editor, { mediaId })).rejects.toMatchObject({ code: "not-found" });
  });

  it.each([
    ["a cover", (mediaId: number) => aDraft({ coverId: mediaId, coverAlt: "A door" })],
    ["a body", (mediaId: number) => aDraft({ body: picturesIn(mediaId) })],
    [
      "a static page",
      (mediaId: number) => createPage(testActor, { slug: "a-page", title: "A page", body: picturesIn(mediaId) }),
    ],
  ])("is refused while %s uses it, with every place", async (_name, use) => {
    const mediaId = await aMedia();
    await use(mediaId);
    await expect(deleteMedia(editor, { mediaId })).rejects.toMatchObject({
      name: "MediaInUseError",
      code: "conflict",
      uses: [expect.objectContaining({ kind: expect.any(String) as string })],
      message: expect.stringMatching(/^This picture is used: /) as string,
    });
    expect(await exists(mediaId)).toBe(true);
    await expect(database().media.delete({ where: { id: mediaId } })).rejects.toThrow(/oreign key/);
  });

  it("is refused while an earlier version could bring it back", async () => {
    const mediaId = await aMedia();
    const { articleId, version } = await aDraft({ body: picturesIn(mediaId) });
    const workingCopy = await copyOf(articleId, { body: paragraphs("Gone.") });
    await saveArticle(testActor, { articleId, expectedVersion: version, workingCopy });
    await expect(deleteMedia(editor, { mediaId })).rejects.toMatchObject({
      message: expect.stringContaining("earlier version") as string,
    });
  });

  it("and a save that starts to use it at the same time never leave a hole", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const mediaId = await aMedia();
      const { articleId, version } = await aDraft();
      const workingCopy = await copyOf(articleId, { coverId: mediaId, coverAlt: "A door" });
      await Promise.allSettled([
        deleteMedia(editor, { mediaId }),
        saveArticle(testActor, { articleId, expectedVersion: version, workingCopy }),
      ]);
      const { coverId } = await database().article.findUniqueOrThrow({ where: { id: articleId } });
      expect(coverId === null || (await exists(coverId))).toBe(true);
      expect((coverId === mediaId) === (await exists(mediaId))).toBe(true);
    }
  });

  it("is for editors", async () => {
    await expect(deleteMedia(author, { mediaId: await aMedia() })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteMedia(editor, { mediaId: 0 })).rejects.toMatchObject({ code: "invalid" });
    await expect(deleteManyMedia(author, { mediaIds: [1] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteManyMedia(editor, { mediaIds: [] })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("deleteManyMedia", () => {
  it("deletes what it can and says what is in the way of the rest", async () => {
    const [free, used, alsoFree] = [await aMedia(), await aMedia(), await aMedia()];
    await aDraft({ headline: "In the way", coverId: used, coverAlt: "A door" });
    expect(await deleteManyMedia(editor, { mediaIds: [free, used, 999_999, alsoFree] })).toEqual([
      { mediaId: free, problem: null },
      { mediaId: used, problem: expect.stringContaining("In the way") as string },
      { mediaId: 999_999, problem: "There is no such picture." },
      { mediaId: alsoFree, problem: null },
    ]);
    expect(await Promise.all([free, used, alsoFree].map(exists))).toEqual([false, true, false]);
  });
});

/** The article's working copy as input, changed. */
async function copyOf(articleId: number, changes: object) {
  const { slug, headline, excerpt } = await database().article.findUniqueOrThrow({ where: { id: articleId } });
  return {
    slug,
    headline,
    excerpt,
    body: paragraphs("The text of the article."),
    categoryId: await aCategory("news"),
    authorIds: [await aDesk()],
    ...changes,
  };
}
