import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { UserActor } from "@/lib/auth/require-account";
import { AppError } from "@/lib/errors";
import { getSiteSettings } from "@/lib/settings/queries";

type HistoryOf = {
  headline: string;
  timeZone: string;
  /** What restoring needs; null for who may not write this article now. */
  expectedVersion: number | null;
};

/** What the screens of an article's history need besides it. @throws AppError "forbidden", "not-found" */
export async function readHistoryOf(user: UserActor, articleId: number): Promise<HistoryOf> {
  const [{ timeZone }, { copy, version, transitions }] = await Promise.all([
    getSiteSettings(),
    getWorkingCopy(user, articleId),
  ]);
  const maySave = transitions.some(({ verb, allowed }) => verb === "save" && allowed);
  return { headline: copy.headline || "Without a headline", timeZone, expectedVersion: maySave ? version : null };
}

/** The id in an address. @throws AppError "not-found" for what is none */
export function readArticleId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new AppError("not-found", "There is no such article.");
  return Number(text);
}

/** The number of a revision, or "working"; null for what is neither. */
export function readSide(text: string | null): number | "working" | null {
  if (text === "working") return text;
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
