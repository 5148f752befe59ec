import { touchedPaths } from "@/lib/articles/touched";
import { now } from "@/lib/clock";
import type { Touched } from "@/lib/content-version/types";
import type { Transaction } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { enqueueJob } from "@/lib/jobs/commands";
import { feedPath, homePath, type FeedFormat } from "@/lib/urls";
import { announceJob } from "../announce-job";
import { hookPace } from "../pace";
import { knownArticlesAmong, listsAmong, nextMomentAfter, versionsBetween } from "../queries";
import type { HookTargetName } from "../target-names";
import { activeTargets } from "../targets";

const feedFormats: FeedFormat[] = ["rss", "atom", "json"];

/**
 * Notes what hubs and search engines are to be told of: what `touched` names, and every public version that came or ended by
 * itself since the last look. The next look is queued for the moment at which the next one does.
 *
 * Nothing is lost and nothing is told too early, because all looks take turns: the caller holds the row of content_version,
 * as every change of a public version does (bumpContentVersion). A moment that passes is therefore seen by the next look,
 * whoever makes it; one that is planned, moved or given up needs no note of its own, since only those that really come are
 * found. `touched` covers what is visible at once.
 */
export async function noteChanges(tx: Transaction, touched: Touched | null): Promise<void> {
  const targets = activeTargets().map(({ name }) => name);
  if (targets.length === 0) return;
  const moment = now();
  const since = await takeTargets(tx, targets, moment);
  const crossed = await versionsBetween(tx, since, moment);
  const paths = new Set(crossed.length > 0 ? await touchedPaths(tx, crossed) : []);
  for (const path of await namedPaths(tx, touched, moment)) paths.add(path);
  if (paths.size > 0) await noteFor(tx, targets, [...paths], moment);
  const next = await nextMomentAfter(tx, moment);
  if (next) await enqueueJob(tx, { task: "note-visibility", payload: {}, key: "note-visibility", runAt: next });
}

/** A look by itself: the moment of a scheduled version, or of an end, has come. */
export function noteVisibility(): Promise<void> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM content_version WHERE id = 1 FOR UPDATE`;
    await noteChanges(tx, null);
  });
}

/** At the start of an instance: forgets targets that are no longer set, and looks at what passed while nobody ran. */
export async function prepareHooks(): Promise<void> {
  const names = activeTargets().map(({ name }) => name);
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM content_version WHERE id = 1 FOR UPDATE`;
    await tx.hookTarget.deleteMany({ where: { name: { notIn: names } } });
    await noteChanges(tx, null);
    for (const name of names) {
      if ((await tx.announcement.count({ where: { target: name } })) > 0) await queueRound(tx, name);
    }
  });
}

/** @returns until when all of them have been looked at; a new one starts now, without what was before it */
async function takeTargets(tx: Transaction, names: HookTargetName[], moment: Date): Promise<Date> {
  await tx.hookTarget.createMany({
    data: names.map((name) => ({ name, seenUntil: moment })),
    skipDuplicates: true,
  });
  const rows = await tx.$queryRaw<{ seenUntil: Date }[]>`
    SELECT seen_until AS "seenUntil" FROM hook_target WHERE name = ANY (${names}) ORDER BY name FOR UPDATE`;
  // The clocks of two instances may differ a little; time does not go back.
  await tx.$executeRaw`UPDATE hook_target SET seen_until = greatest(seen_until, ${moment}) WHERE name = ANY (${names})`;
  return new Date(Math.min(...rows.map(({ seenUntil }) => seenUntil.getTime())));
}

async function namedPaths(tx: Transaction, touched: Touched | null, moment: Date): Promise<string[]> {
  if (!touched || (touched.visibleFrom && touched.visibleFrom > moment)) return [];
  if (touched.paths.length === 0) return [homePath, ...(touched.foremost ?? [])];
  // Verbs also name where a version would have come: that stays a secret.
  const deep = touched.paths.filter((path) => path.lastIndexOf("/") > 0);
  const lists = await listsAmong(tx, deep);
  const articles = await knownArticlesAmong(tx, deep, moment);
  return touched.paths.filter((path) => path.lastIndexOf("/") === 0 || lists.has(path) || articles.has(path));
}

async function noteFor(tx: Transaction, targets: HookTargetName[], paths: string[], moment: Date): Promise<void> {
  for (const target of targets) {
    const told = target === "indexnow" ? paths : await feedsOf(tx, paths);
    if (told.length === 0) continue;
    await tx.$executeRaw`
      INSERT INTO announcement (target, path, created_at)
      SELECT ${target}, path, ${moment} FROM unnest(${told}::text[]) AS path ORDER BY path
      ON CONFLICT (target, path) DO UPDATE SET revision = announcement.revision + 1`;
    await queueRound(tx, target);
  }
}

async function feedsOf(tx: Transaction, paths: string[]): Promise<string[]> {
  const lists = await listsAmong(tx, paths);
  return [...lists].flatMap((list) => feedFormats.map((format) => feedPath(list, format)));
}

async function queueRound(tx: Transaction, target: HookTargetName): Promise<void> {
  const runAt = new Date(now().getTime() + hookPace().settle);
  await enqueueJob(tx, { ...announceJob(target), runAt, keepsMoment: true });
}
