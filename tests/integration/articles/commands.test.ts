import { beforeAll, describe, expect, it } from "vitest";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";
import { Client } from "pg";
import { contentChannel } from "@/lib/content-version/commands";
import { env } from "@/lib/env";
import { createUser } from "@/lib/users/commands/create-user";
import { aCategory, aDesk, aDraft, paragraphs, testActor } from "@/tests/factories/articles";
import { aCompleteDraft, aLivePiece } from "@/tests/factories/newsroom";

const actors = new Map<Role, Actor>();
const actor = (role: Role): Actor => actors.get(role)!;

beforeAll(async () => {
  for (const role of ["editor", "author", "moderator"] as const) {
    const email = `${role}@example.org`;
    const id = await createUser(testActor, { email, name: role, role, password: "a long enough password" });
    actors.set(role, { kind: "user", id, email, role });
  }
});

const input = async (slug: string) => ({
  slug,
  headline: "A headline",
  excerpt: "An excerpt.",
  body: paragraphs("Text."),
  categoryId: await aCategory("news"),
  authorIds: [await aDesk()],
});

/** Listens as another instance does; heard() waits for the next change that is announced. */
async function nextAnnouncement(): Promise<{ heard: () => Promise<{ paths: string[]; version: number }> }> {
  const listener = new Client({ connectionString: env().DATABASE_URL });
  await listener.connect();
  await listener.query(`LISTEN ${contentChannel}`);
  const payload = new Promise<string>((resolve) =>
    listener.on("notification", (message) => {
      resolve(message.payload ?? "");
    }),
  );
  return {
    heard: async () => {
      const announced = JSON.parse(await payload) as { paths: string[]; version: number };
      await listener.end();
      return announced;
    },
  };
}

describe("createArticle", () => {
  it("starts a draft with its first revision and an audit entry", async () => {
    const { articleId } = await createArticle(actor("author"), await input("created"));
    const article = await database().article.findUniqueOrThrow({ where: { id: articleId } });
    expect(article).toMatchObject({ state: "draft", version: 1, createdById: 2 });
    expect(await database().revision.count({ where: { articleId } })).toBe(1);
    const audit = await database().auditEntry.findFirstOrThrow({
      where: { subjectType: "article", subjectId: String(articleId) },
    });
    expect(audit).toMatchObject({ action: "article.created", actorLabel: "author@example.org" });
  });

  it("is refused to who may not write, and writes nothing", async () => {
    const before = await database().article.count();
    const given = await input("refused");
    expect(() => createArticle(actor("moderator"), given)).toThrow(/needs the role/);
    expect(await database().article.count()).toBe(before);
  });

  it("names every field that is wrong", async () => {
    const given = { ...(await input("Not A Slug")), headline: "x".repeat(201) };
    expect(() => createArticle(actor("author"), given)).toThrow(/slug: .*hyphens; headline: /);
  });

  it("refuses a taken slug", async () => {
    await createArticle(actor("author"), await input("taken"));
    await expect(createArticle(actor("author"), await input("taken"))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("saveArticle", () => {
  it("refuses to overwrite what somebody else saved", async () => {
    const workingCopy = await input("two-writers");
    const { articleId, version } = await createArticle(actor("author"), workingCopy);
    await saveArticle(actor("author"), { articleId, expectedVersion: version, workingCopy });
    await expect(
      saveArticle(actor("editor"), { articleId, expectedVersion: version, workingCopy }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await database().revision.count({ where: { articleId } })).toBe(2);
  });

  it("is refused to who did not start the article, and to nobody's surprise for ids that name nothing", async () => {
    const { articleId, version } = await aDraft({ slug: "of-the-magazine" });
    const workingCopy = await input("of-the-magazine");
    const save = (given: object) =>
      saveArticle(actor("author"), { articleId, expectedVersion: version, workingCopy: { ...workingCopy, ...given } });
    await expect(save({})).rejects.toMatchObject({ code: "forbidden" });
    const edit = saveArticle(actor("editor"), {
      articleId,
      expectedVersion: version,
      workingCopy: { ...workingCopy, tagIds: [999_999], categoryId: 999_999, authorIds: [1, 1] },
    });
    await expect(edit).rejects.toMatchObject({
      fields: {
        tagIds: [expect.stringMatching(/no such tag/)],
        categoryId: [expect.stringMatching(/no such category/)],
        authorIds: [expect.stringMatching(/twice/)],
      },
    });
    expect(await database().article.findUniqueOrThrow({ where: { id: articleId } })).toMatchObject({ version });
  });
});

describe("publishArticle", () => {
  it("is an editor's right", async () => {
    const { articleId, version } = await aDraft();
    expect(() => publishArticle(actor("author"), { articleId, expectedVersion: version })).toThrow(/Only editors/);
    expect(await database().publication.count({ where: { articleId } })).toBe(0);
  });

  it("says everything that is missing, and publishes nothing", async () => {
    const { articleId, version } = await aDraft({
      excerpt: "",
      authorIds: [],
      body: {
        type: "doc",
        content: [
          { type: "image", attrs: { mediaId: 1, alt: "", decorative: false, caption: null, credit: null } },
          {
            type: "paragraph",
            content: [
              { type: "text", text: "x" },
              { type: "reference", attrs: { key: "nobody-1999" } },
            ],
          },
        ],
      },
    });
    await expect(publishArticle(actor("editor"), { articleId, expectedVersion: version })).rejects.toMatchObject({
      fields: {
        excerpt: [expect.any(String)],
        authorIds: [expect.any(String)],
        body: [expect.stringContaining("alternative text")],
        citations: [expect.stringContaining("nobody-1999")],
      },
    });
    expect(await database().publication.count({ where: { articleId } })).toBe(0);
  });

  it("tells every instance, once it is committed, which pages changed", async () => {
    const announcement = await nextAnnouncement();
    const { articleId, version } = await aCompleteDraft(testActor, { slug: "announced" });
    await publishArticle(actor("editor"), { articleId, expectedVersion: version });
    const { paths, version: contentVersion } = await announcement.heard();
    expect(paths).toEqual(["/", "/news/announced", "/news", "/author/the-editors"]);
    expect(contentVersion).toBe(
      Number((await database().contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version),
    );
  });

  it("names the pages of a publication that has an end, too", async () => {
    const announcement = await nextAnnouncement();
    const { articleId, version } = await aCompleteDraft(testActor, { slug: "for-a-while" });
    const visibleUntil = new Date(Date.now() + 3_600_000);
    await publishArticle(actor("editor"), { articleId, expectedVersion: version, visibleUntil });
    const { paths } = await announcement.heard();
    expect(paths).toEqual(["/", "/news/for-a-while", "/news", "/author/the-editors"]);
  });

  it("leaves nothing behind when it fails half-way", async () => {
    const { articleId, version } = await aCompleteDraft(testActor, { slug: "half-way" });
    await database().$executeRaw`ALTER TABLE search_word ADD CONSTRAINT broken CHECK (publications < 0) NOT VALID`;
    await expect(publishArticle(actor("editor"), { articleId, expectedVersion: version })).rejects.toThrow();
    await database().$executeRaw`ALTER TABLE search_word DROP CONSTRAINT broken`;
    expect(await database().publication.count({ where: { articleId } })).toBe(0);
    expect(await database().article.findUniqueOrThrow({ where: { id: articleId } })).toMatchObject({
      state: "draft",
      version,
    });
    expect(await database().revision.count({ where: { articleId } })).toBe(1);
  });

  it("refuses to backdate an update, and an end before the start", async () => {
    const { articleId, version } = await aLivePiece();
    const past = new Date(Date.now() - 1000);
    await expect(
      publishArticle(actor("editor"), { articleId, expectedVersion: version, visibleFrom: past }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      publishArticle(actor("editor"), { articleId, expectedVersion: version, visibleUntil: past }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("lets only one of two editors win at the same moment", async () => {
    const { articleId, version } = await aCompleteDraft();
    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => publishArticle(actor("editor"), { articleId, expectedVersion: version })),
    );
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(await database().publication.count({ where: { articleId } })).toBe(1);
  });
});

describe("withdrawArticle", () => {
  it("is refused to others, and for what is not public", async () => {
    const draft = await aDraft();
    const request = { articleId: draft.articleId, expectedVersion: draft.version, reason: "no" };
    expect(() => withdrawArticle(actor("author"), request)).toThrow(/Only editors/);
    await expect(withdrawArticle(actor("editor"), request)).rejects.toMatchObject({ code: "conflict" });
    expect(() => withdrawArticle(actor("editor"), { ...request, reason: "" })).toThrow(/reason/);
  });
});
