/** From what was measured to what is said. Pure. */
import { counted } from "./counted";
import type { HealthCheck } from "./types";

/** A statement that does nothing takes about a millisecond; beyond this pages feel it. */
const slowDatabase = 100;

type Finding = Omit<HealthCheck, "items"> & { items?: HealthCheck["items"] };
const check = ({ items = [], ...finding }: Finding): HealthCheck => ({ ...finding, items });

/** @param milliseconds one statement, there and back */
export function databaseCheck({ version, milliseconds }: { version: string; milliseconds: number }): HealthCheck {
  const slow = milliseconds > slowDatabase;
  return check({
    id: "database",
    label: "Database",
    state: slow ? "warn" : "ok",
    text: `Postgres ${version} answers in ${milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds))} ms.`,
    advice: slow ? "Look at the load of the database server, and at the network between it and this machine." : null,
  });
}

/** @param pending names of migrations that the database lacks */
export function migrationsCheck(pending: readonly string[]): HealthCheck {
  const missing = pending.length > 0;
  return check({
    id: "migrations",
    label: "Migrations",
    state: missing ? "fail" : "ok",
    text: missing
      ? `The database lacks ${String(pending.length)}: ${pending.join(", ")}.`
      : "The database has all of them.",
    advice: missing ? "Restart the magazine (it migrates at the start), or run: npx prisma migrate deploy" : null,
  });
}

export function storageCheck({ kind, milliseconds }: { kind: "disk" | "bucket"; milliseconds: number }): HealthCheck {
  const where = kind === "disk" ? "The folder" : "The bucket";
  return check({
    id: "storage",
    label: "Picture storage",
    state: "ok",
    text: `${where} took, gave back and removed a test file in ${String(Math.round(milliseconds))} ms.`,
    advice: null,
  });
}

export type MailFacts = {
  mode: "smtp" | "outbox";
  /** Null when it answered, or in the outbox mode. */
  problem: string | null;
  queued: number;
  /** Given up in the last seven days. */
  failed: number;
  outboxPath: string;
};

export function mailCheck({ mode, problem, queued, failed, outboxPath }: MailFacts): HealthCheck {
  const items = [{ label: "Open the outbox", href: outboxPath }];
  const base = { id: "mail", label: "Mail", items } as const;
  if (mode === "outbox") {
    return check({
      ...base,
      state: "warn",
      text: "No mail server is set. Mails are kept in the outbox, where administrators read them.",
      advice: "Set SMTP_URL to send invitations and password links to their readers.",
    });
  }
  if (problem !== null) {
    const text = `The mail server can't be reached: ${problem} ${waiting(queued)}`.trim();
    return check({
      ...base,
      state: "fail",
      text,
      advice: "Check SMTP_URL and the server. Waiting mails are tried again.",
    });
  }
  return check({
    ...base,
    state: failed > 0 ? "warn" : "ok",
    text: `The mail server answers. ${waiting(queued)}${failed > 0 ? ` ${counted(failed, "mail")} could not be delivered this week.` : ""}`,
    advice: failed > 0 ? "Open the outbox to see which ones, and send them again." : null,
  });
}

const waiting = (queued: number): string =>
  queued === 0 ? "Nothing is waiting." : `${counted(queued, "mail")} waiting.`;

/** @param overdue articles; `items` are the longest overdue */
export function reviewsCheck(overdue: number, months: number, items: HealthCheck["items"]): HealthCheck {
  return check({
    id: "reviews",
    label: "Reviews",
    state: overdue > 0 ? "warn" : "ok",
    text:
      overdue > 0
        ? `${counted(overdue, "live article")} not looked at for ${String(months)} months.`
        : `Every live article was looked at within ${String(months)} months.`,
    advice: overdue > 0 ? "Read them again, and publish them with a new review date." : null,
    items,
  });
}

export type LinkFacts = { outside: number; inside: HealthCheck["items"]; looked: number; items: HealthCheck["items"] };

/** @param facts `outside`: dead links to other sites; `inside`: links of ours to nothing, out of `looked` texts */
export function linksCheck({ outside, inside, looked, items }: LinkFacts): HealthCheck {
  const broken = outside + inside.length;
  const scope = `Links within the site are checked in ${counted(looked, "text")}: the newest articles, all pages and the menus.`;
  return check({
    id: "links",
    label: "Links",
    state: broken > 0 ? "warn" : "ok",
    text: broken > 0 ? `${counted(broken, "broken link")} found. ${scope}` : `No broken link is known. ${scope}`,
    advice: broken > 0 ? "Change or remove them where they stand." : null,
    items: [...inside, ...items].slice(0, 10),
  });
}

/** The magazine makes no backups itself; it says so instead of looking healthy. */
export function backupCheck(): HealthCheck {
  return check({
    id: "backup",
    label: "Backup",
    state: "warn",
    text: "No backup is known: the magazine makes none itself.",
    advice: "Back up the database (pg_dump) and the picture storage with the tools of your host, and try a restore.",
  });
}

/** What stands for a check that could not be made. */
export function failedCheck(id: HealthCheck["id"], label: string, reason: string): HealthCheck {
  return check({
    id,
    label,
    state: "fail",
    text: `It could not be checked: ${reason}`,
    advice: adviceOnFailure[id] ?? null,
  });
}

const adviceOnFailure: Partial<Record<HealthCheck["id"], string>> = {
  database: "Check that Postgres runs, and DATABASE_URL.",
  storage: "Check STORAGE_URL, free space, and that the magazine may write there.",
};
