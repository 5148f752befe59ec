/** The desk's autosave against the real verb and a real database: both must mean the same by "stored". */
import { beforeAll, describe, expect, it } from "vitest";
import { httpTransport } from "@/components/desk/autosave/http-transport";
import { typed, Writer } from "@/components/desk/autosave/testing/writer";
import { autosaveArticle } from "@/lib/articles/commands/autosave-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import { sameValue } from "@/lib/articles/compare/value-key";
import type { AutosaveArticleInput, WorkingCopyInput } from "@/lib/articles/schema";
import type { Actor } from "@/lib/auth/actor";
import { AppError, httpStatus } from "@/lib/errors";
import { plainText } from "@/lib/richtext/plain-text";
import { doc, heading, paragraph, reference } from "@/lib/richtext/testing/shorthand";
import { anActor } from "@/tests/factories/actors";
import { aDraft } from "@/tests/factories/articles";

let editor: Actor;
let administrator: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  administrator = await anActor("administrator");
});

/** The verb behind HTTP: everything goes through JSON. `losing` says whose answers get lost. */
function serverFor(actor: Actor, articleId: number, losing: () => boolean = () => false): typeof fetch {
  return async (_, init = {}) => {
    const given = JSON.parse(init.body as string) as AutosaveArticleInput;
    try {
      const answer = await autosaveArticle(actor, { ...given, articleId });
      if (losing()) throw new TypeError("Failed to fetch");
      return Response.json(answer);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return Response.json({ error: { code: error.code, message: error.message } }, { status: httpStatus[error.code] });
    }
  };
}

let sessions = 0;
async function open(actor: Actor, articleId: number, losing?: () => boolean): Promise<Writer> {
  const { version, copy } = await getWorkingCopy(actor, articleId);
  sessions += 1;
  const transport = httpTransport("/save", serverFor(actor, articleId, losing));
  return new Writer(
    { version, copy },
    { transport, sessionKey: `session-${String(sessions)}`, timing: { firstWait: 10 } },
  );
}
const start = async (given: Partial<WorkingCopyInput> = {}) =>
  (await aDraft({ body: doc(paragraph("First."), paragraph("Second."), paragraph("Third.")), ...given })).articleId;
const stored = async (articleId: number) => (await getWorkingCopy(editor, articleId)).copy;

describe("autosave with the real server", () => {
  it("agrees with it on what is stored, so that a merge asks nothing that nobody changed", async () => {
    const articleId = await start();
    const [one, two] = [await open(editor, articleId), await open(administrator, articleId)];
    const content = [
      heading(2, "Typed in one sitting"),
      paragraph("First."),
      paragraph("Second."),
      paragraph("Third."),
    ];
    const citations = [{ id: "a", type: "webpage" as const, title: "A", authors: [], year: null }];
    const nothing = { container: null, volume: null, issue: null, pages: null, doi: null, url: null, publisher: null };
    one.edit({
      headline: "A headline ",
      body: doc(...content),
      citations: citations.map((work) => ({ ...work, ...nothing })),
    });
    expect(await one.controller.flush()).not.toBeNull();
    two.edit({ excerpt: " From two ", body: typed(two.screen.body, 1, "from two") });
    expect(await two.controller.flush()).not.toBeNull();
    one.edit({ body: doc(...content, paragraph("At the end", reference("a"))) });
    expect(await one.controller.flush()).not.toBeNull();
    two.controller.noticeVersion(one.controller.getSnapshot().version);
    await expect.poll(() => two.controller.getSnapshot().version).toBe(one.controller.getSnapshot().version);
    expect(plainText((await stored(articleId)).body)).toBe(
      "Typed in one sitting\nFirst.\nSecond. from two\nThird.\nAt the end",
    );
    for (const writer of [one, two])
      expect(writer.controller.getSnapshot()).toMatchObject({ status: "saved", question: null });
    expect(sameValue(one.screen.excerpt.trim(), two.screen.excerpt.trim())).toBe(true);
    expect(one.controller.getSnapshot().slug).toBe((await stored(articleId)).slug);
  });

  it("is not asked about its own save whose answer was lost", async () => {
    const articleId = await start();
    let losing = true;
    const one = await open(editor, articleId, () => losing);
    one.edit({ body: typed(one.screen.body, 0, "early") });
    expect(await one.controller.flush()).toBeNull();
    one.edit({ body: typed(one.screen.body, 0, "late") });
    losing = false;
    expect(await one.controller.flush()).toBe(3);
    expect(plainText((await stored(articleId)).body)).toBe("First. early late\nSecond.\nThird.");
  });

  it("asks where both changed the same, and saves the answer", async () => {
    const articleId = await start();
    const [one, two] = [await open(editor, articleId), await open(administrator, articleId)];
    one.edit({ excerpt: "One" });
    await one.controller.flush();
    two.edit({ excerpt: "Two" });
    expect(await two.controller.flush()).toBeNull();
    const { question } = two.controller.getSnapshot();
    expect(question).toMatchObject({ by: "editor", conflicts: [{ field: "excerpt", mine: "Two", theirs: "One" }] });
    two.controller.answerQuestion({ ...question!.merged, excerpt: "Both" });
    await expect.poll(() => two.status).toBe("saved");
    expect((await stored(articleId)).excerpt).toBe("Both");
  });

  it("says what the server refuses", async () => {
    const taken = await stored(await start());
    const one = await open(editor, await start());
    one.edit({ slug: taken.slug });
    expect(await one.controller.flush()).toBeNull();
    expect(one.controller.getSnapshot()).toMatchObject({ status: "failed", problem: { code: "conflict" } });
  });
});
