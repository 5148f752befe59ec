/** Looks at everything the magazine stands on. */
import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { configuredCdn } from "@/lib/cdn/configured";
import { cdnFacts } from "@/lib/cdn/queries";
import { now, steadyMilliseconds } from "@/lib/clock";
import { pendingMigrations } from "@/lib/db/migrations";
import { sql } from "@/lib/db/pool";
import { deskArticlePath, deskMailPath } from "@/lib/desk-urls";
import { env } from "@/lib/env";
import { hookFacts } from "@/lib/hooks/queries";
import { hookTargetNames, type HookTargetName } from "@/lib/hooks/target-names";
import { activeTargets, configuredTargets } from "@/lib/hooks/targets";
import { jobFacts } from "@/lib/jobs/queries";
import { brokenLinkCount, listBrokenLinks } from "@/lib/links/queries";
import { probeSmtp } from "@/lib/mail/probe-smtp";
import { visibleAt } from "@/lib/publications/card-sql";
import { getSiteSettings } from "@/lib/settings/queries";
import { openStorage } from "@/lib/storage/open-storage";
import { findDeadOwnLinks } from "./own-links-queries";
import {
  backupCheck,
  databaseCheck,
  failedCheck,
  linksCheck,
  mailCheck,
  migrationsCheck,
  reviewsCheck,
  storageCheck,
} from "./policy";
import { cdnCheck, hookCheck, hookLabels, jobsCheck } from "./queue-policy";
import type { HealthCheck } from "./types";

/** Longest time one check may take, in milliseconds: the page must come also when something hangs. */
const patience = 8_000;
/** Things that a check names. */
const named = 10;

/**
 * The state of the system. A check that fails or hangs says so in its own place; the others are not harmed.
 * @throws AppError "forbidden"
 */
export async function checkHealth(actor: Actor): Promise<HealthCheck[]> {
  authorise(actor, "health.read");
  // By itself, since it is measured: the others keep the database busy.
  const first = await guarded("database", "Database", checkDatabase);
  const checks = await Promise.all([
    guarded("migrations", "Migrations", async () => migrationsCheck(await pendingMigrations())),
    guarded("storage", "Picture storage", checkStorage),
    guarded("mail", "Mail", checkMail),
    guarded("jobs", "Background work", async () => jobsCheck(await jobFacts())),
    ...hookTargetNames.map((name) => guarded(name, hookLabels[name], () => checkHook(name))),
    guarded("cdn", "CDN in front", checkCdn),
    guarded("reviews", "Reviews", checkReviews),
    guarded("links", "Links", () => checkLinks(actor)),
  ]);
  return [first, ...checks, backupCheck()];
}

async function guarded(id: HealthCheck["id"], label: string, look: () => Promise<HealthCheck>): Promise<HealthCheck> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HealthCheck>((resolve) => {
    timer = setTimeout(() => {
      resolve(failedCheck(id, label, `no answer within ${String(patience / 1000)} seconds.`));
    }, patience);
  });
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    return failedCheck(id, label, error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

async function checkDatabase(): Promise<HealthCheck> {
  // The first statement may have to open a connection; the second is what a page pays.
  const [row] = await sql<{ version: string }>("SELECT current_setting('server_version') AS version");
  const started = steadyMilliseconds();
  await sql("SELECT 1");
  const version = row?.version.split(" ")[0] ?? "";
  return databaseCheck({ version, milliseconds: steadyMilliseconds() - started });
}

/** Writes, reads and removes a small file under a name that nothing else has. */
async function checkStorage(): Promise<HealthCheck> {
  const { STORAGE_URL } = env();
  const storage = openStorage(STORAGE_URL);
  const key = `health/${randomUUID()}.png`;
  const written = Buffer.from(key);
  const started = steadyMilliseconds();
  try {
    await storage.put(key, written, "image/png");
    const stored = await storage.get(key);
    const read = stored ? await buffer(stored.body) : null;
    if (!read?.equals(written)) throw new Error("the test file came back changed, or not at all.");
  } finally {
    await storage.delete(key);
  }
  const kind = STORAGE_URL.startsWith("s3:") ? "bucket" : "disk";
  return storageCheck({ kind, milliseconds: steadyMilliseconds() - started });
}

async function checkMail(): Promise<HealthCheck> {
  const lastWeek = new Date(now().getTime() - 7 * 86_400_000);
  const [counts] = await sql<{ queued: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE state = 'queued') AS queued,
       count(*) FILTER (WHERE state = 'failed' AND created_at > $1) AS failed FROM outgoing_mail`,
    [lastWeek],
  );
  const mode = env().SMTP_URL ? "smtp" : "outbox";
  const problem = mode === "smtp" ? await probeSmtp() : null;
  return mailCheck({
    mode,
    problem,
    queued: counts?.queued ?? 0,
    failed: counts?.failed ?? 0,
    outboxPath: deskMailPath,
  });
}

async function checkHook(name: HookTargetName): Promise<HealthCheck> {
  const isIt = (target: { name: HookTargetName }): boolean => target.name === name;
  const [facts, { timeZone }] = await Promise.all([hookFacts(name), getSiteSettings()]);
  const endpoint = configuredTargets().find(isIt)?.endpoint ?? null;
  return hookCheck(name, { endpoint, active: activeTargets().some(isIt), siteUrl: env().SITE_URL, timeZone, facts });
}

async function checkCdn(): Promise<HealthCheck> {
  const [facts, { timeZone }] = await Promise.all([cdnFacts(), getSiteSettings()]);
  return cdnCheck({ cdn: configuredCdn(), maxAge: env().CDN_MAX_AGE, timeZone, facts });
}

/** Live articles whose last look, by a reviewer or by a change that readers were told of, is too long ago. */
async function checkReviews(): Promise<HealthCheck> {
  const { reviewCycleMonths } = await getSiteSettings();
  const rows = await sql<{ articleId: number; headline: string; total: number }>(
    `SELECT p.article_id AS "articleId", p.headline, count(*) OVER () AS total FROM publication p
     WHERE ${visibleAt("p", "$1")}
       AND coalesce(p.reviewed_at, p.modified_at) < $1::timestamptz - make_interval(months => $2)
     ORDER BY coalesce(p.reviewed_at, p.modified_at), p.article_id LIMIT ${String(named)}`,
    [now(), reviewCycleMonths],
  );
  const items = rows.map(({ articleId, headline }) => ({ label: headline, href: deskArticlePath(articleId) }));
  return reviewsCheck(rows[0]?.total ?? 0, reviewCycleMonths, items);
}

async function checkLinks(actor: Actor): Promise<HealthCheck> {
  const [outside, broken, { looked, dead }] = await Promise.all([
    brokenLinkCount(actor),
    listBrokenLinks(actor, named),
    findDeadOwnLinks(),
  ]);
  const items = broken.map(({ articleId, headline, url }) => ({
    label: `${url} in “${headline}”`,
    href: deskArticlePath(articleId),
  }));
  return linksCheck({ outside, inside: dead, looked, items });
}
