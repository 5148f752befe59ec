import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { lockRedirects } from "./lock-redirects";

export type Move = {
  /** Paths as lib/urls makes them. */
  from: string;
  to: string;
  /** Also everything below the old address moved. */
  under?: boolean;
  /** The article that moved. */
  articleId?: number;
  /** When it moves; at once when left out. Until then the redirect does nothing. */
  activeFrom?: Date | null;
};

/**
 * Something public has another address from now on (or from `activeFrom` on): the old one leads there permanently. What
 * led to the old address leads to the new one, so that there is never more than one step, and what led away from the new
 * address is forgotten, so that there is no circle. Call it inside the transaction of the change, before
 * bumpContentVersion.
 */
export async function redirectMoved(tx: Transaction, move: Move): Promise<void> {
  if (move.from === move.to) return;
  await lockRedirects(tx);
  const waits = move.activeFrom != null && move.activeFrom > now();
  // What waits for its moment leaves the others as they are until then: whatBecameOf follows them.
  if (!waits) {
    await forgetRedirectsFrom(tx, move);
    await leadOn(tx, move);
    if (move.under) await moveWithdrawals(tx, move);
  }
  const pairs = [[move.from, move.to] as const, ...(move.under ? [[`${move.from}/*`, `${move.to}/*`] as const] : [])];
  const activeFrom = waits ? move.activeFrom : null;
  for (const [fromPath, toPath] of pairs) {
    const values = { toPath, status: 301, activeFrom, articleId: move.articleId ?? null };
    await tx.redirect.upsert({
      where: { fromPath },
      create: { fromPath, createdAt: now(), ...values },
      update: values,
      select: { id: true },
    });
  }
}

/** At the new address somebody lives again. */
async function forgetRedirectsFrom(tx: Transaction, { to, under }: Move): Promise<void> {
  await tx.redirect.deleteMany({ where: { fromPath: { in: under ? [to, `${to}/*`] : [to] } } });
}

async function leadOn(tx: Transaction, { from, to, under }: Move): Promise<void> {
  await tx.redirect.updateMany({ where: { toPath: from }, data: { toPath: to } });
  if (!under) return;
  const below = `${escapeLike(from)}/%`;
  // What would lead to itself once everything moved.
  await tx.$executeRaw`
    DELETE FROM redirect WHERE to_path LIKE ${below} AND from_path = ${to} || substr(to_path, ${from.length + 1}::int)`;
  await tx.$executeRaw`
    UPDATE redirect SET to_path = ${to} || substr(to_path, ${from.length + 1}::int) WHERE to_path LIKE ${below}`;
}

/** Notices of withdrawn articles stand below the address of their category. */
async function moveWithdrawals(tx: Transaction, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    UPDATE withdrawal SET path = ${to} || substr(path, ${from.length + 1}::int)
    WHERE path LIKE ${`${escapeLike(from)}/%`} AND (lifted_at IS NULL OR lifted_at > ${now()})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
