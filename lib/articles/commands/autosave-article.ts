import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { isAutomaticSlug, slugOfHeadline } from "../automatic-slug";
import { sameValue } from "../compare/value-key";
import { autosaveArticleInput, workingCopyInput, type AutosaveArticleInput, type WorkingCopy } from "../schema";
import { copyOfSnapshot } from "../snapshot";
import { lockArticle, takeTransition, type LockedArticle } from "./lock-article";
import { freeSlug } from "./working-copy";
import { writeCopy } from "./write-copy";

export type SaveConflict = {
  /** What both texts come from: the version the writer started from, or the newest one before it that is still kept. */
  base: WorkingCopy;
  /** 0 when nothing that old is kept. */
  baseVersion: number;
  current: WorkingCopy;
  version: number;
  /** Who saved last, by name; null for an account that is gone. */
  by: string | null;
  at: Date;
};

export type AutosaveResult =
  { ok: true; version: number; slug: string; savedAt: Date } | { ok: false; conflict: SaveConflict };

const emptyBody = { type: "doc", content: [] } as const;

type Autosave = {
  articleId: number;
  expectedVersion: number;
  sessionKey: string;
  saveNumber: number;
  workingCopy: Partial<WorkingCopy>;
};

/**
 * Saves what changed while somebody writes. Telling the same save again (same session, same number) answers as the first
 * time. When somebody else saved in between nothing is written, and the answer brings both texts and what they come
 * from, so that the writer can merge them.
 * @throws AppError "forbidden", "invalid", "not-found"; "conflict" when the slug is taken or the state forbids saving
 */
export function autosaveArticle(actor: Actor, input: AutosaveArticleInput): Promise<AutosaveResult> {
  authorise(actor, "article.write");
  const save: Autosave = parseInput(autosaveArticleInput, input);
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, save.articleId, null);
    const known = await toldBefore(tx, save);
    if (known) return { ok: true, version: known.version, slug: article.slug, savedAt: known.createdAt };
    const moment = now();
    takeTransition(actor, "save", article.facts, moment);
    if (article.version !== save.expectedVersion) return { ok: false, conflict: await conflictOf(tx, article, save) };
    const copy = await changedCopy(tx, article, save.workingCopy);
    if (sameValue(copy, article.copy)) {
      return { ok: true, version: article.version, slug: article.slug, savedAt: moment };
    }
    const { sessionKey, saveNumber } = save;
    const options = { moment, revision: null, session: { sessionKey, saveNumber } };
    const written = await writeCopy(tx, actor, { article, copy }, options);
    // One line for each sitting, not for each second of it: the versions tell the rest.
    if (written.revisionId !== null) {
      await recordAudit(tx, actor, {
        action: "article.autosaved",
        subjectType: "article",
        subjectId: article.id,
        before: { headline: article.copy.headline, slug: article.slug },
        after: { headline: copy.headline, slug: copy.slug },
      });
    }
    return { ok: true, version: written.version, slug: written.slug, savedAt: moment };
  });
}

function toldBefore(tx: Transaction, { articleId, sessionKey, saveNumber }: Autosave) {
  return tx.articleVersion.findUnique({
    where: { articleId_sessionKey_saveNumber: { articleId, sessionKey, saveNumber } },
    select: { version: true, createdAt: true },
  });
}

async function changedCopy(
  tx: Transaction,
  { copy, id, firstPublishedAt }: LockedArticle,
  changes: Partial<WorkingCopy>,
): Promise<WorkingCopy> {
  // A field that is there but undefined is one that was left out.
  const given = Object.fromEntries(Object.entries<unknown>(changes).filter(([, value]) => value !== undefined));
  const changed: WorkingCopy = { ...copy, ...given };
  if (changes.body) changed.body = withHeadingIds(changes.body);
  const follows = changes.slug === undefined && changes.headline !== undefined && firstPublishedAt === null;
  if (!follows || !isAutomaticSlug(copy.slug, copy.headline)) return changed;
  const wanted = slugOfHeadline(changed.headline);
  return wanted === null ? changed : { ...changed, slug: await freeSlug(tx, wanted, id) };
}

async function conflictOf(
  tx: Transaction,
  article: LockedArticle,
  { expectedVersion }: Autosave,
): Promise<SaveConflict> {
  const { id: articleId, copy: current, version } = article;
  const base = await tx.articleVersion.findFirst({
    where: { articleId, version: { lte: expectedVersion } },
    orderBy: { version: "desc" },
    select: { snapshot: true, version: true },
  });
  const last = await tx.articleVersion.findFirst({
    where: { articleId },
    orderBy: { version: "desc" },
    select: { createdAt: true, actor: { select: { name: true } } },
  });
  return {
    // Nothing that old is kept: with an empty base everything that differs is asked about, and nothing is taken as removed.
    base: base ? copyOfSnapshot(base.snapshot) : workingCopyInput.parse({ slug: current.slug, body: emptyBody }),
    baseVersion: base?.version ?? 0,
    current,
    version,
    by: last?.actor?.name ?? null,
    at: last?.createdAt ?? now(),
  };
}
