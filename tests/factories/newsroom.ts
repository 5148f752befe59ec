/** Articles that pass the checklist, and the people who work on them. */
import type { ArticleReference, WorkingCopyInput } from "@/lib/articles/schema";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";
import { aCategory, aDesk, paragraphs, testActor } from "./articles";

let counter = 0;

/** A picture without files: enough for what only names it. @returns its id */
export async function aCover(): Promise<number> {
  const sha256 = "c0".repeat(32);
  const row = { key: "covers/test", originalName: "cover.png", width: 1600, height: 900, widths: [400] };
  const data = { ...row, sha256, placeholder: "", bytes: 1, alt: "A path" };
  const { id } = await database().media.upsert({ where: { sha256 }, create: data, update: {}, select: { id: true } });
  return id;
}

/** A person of the newsroom with an account that nobody can sign in to. */
export async function aColleague(role: Role, name = `The ${role}`): Promise<Actor & { kind: "user" }> {
  counter += 1;
  const email = `${role}-${String(counter)}@newsroom.example`;
  const { id } = await database().user.create({ data: { email, name, role }, select: { id: true } });
  return { kind: "user", id, email, role };
}

/** A draft of `actor` that lacks nothing for publishing. */
export async function aCompleteDraft(
  actor: Actor = testActor,
  given: Partial<WorkingCopyInput> = {},
): Promise<ArticleReference> {
  counter += 1;
  return createArticle(actor, {
    slug: `piece-${String(counter)}`,
    headline: `Piece ${String(counter)}`,
    excerpt: "What this piece is about.",
    body: paragraphs("The text of the piece.", "A second paragraph."),
    categoryId: await aCategory("news"),
    authorIds: [await aDesk()],
    coverId: await aCover(),
    coverAlt: "A path",
    ...given,
  });
}

/** One that readers see. */
export async function aLivePiece(actor: Actor = testActor, given: Partial<WorkingCopyInput> = {}) {
  const { articleId, version } = await aCompleteDraft(actor, given);
  return publishArticle(testActor, { articleId, expectedVersion: version });
}

/** Everything that readers see of an article, byte for byte. */
export function publicRows(articleId: number): Promise<unknown> {
  return database().$queryRaw`
    SELECT to_jsonb(p)::text AS publication,
      ARRAY(SELECT to_jsonb(t)::text FROM publication_tag t WHERE t.publication_id = p.id ORDER BY t.position) AS tags,
      ARRAY(SELECT to_jsonb(a)::text FROM publication_author a WHERE a.publication_id = p.id ORDER BY a.position) AS authors
    FROM publication p WHERE p.article_id = ${articleId} ORDER BY p.id`;
}
