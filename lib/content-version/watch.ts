/**
 * Hears of every change of the content, whichever instance made it: by a notification on a connection of its own, and,
 * should one be lost, by looking at the version every few seconds.
 */
import { Client } from "pg";
import { z } from "zod";
import { now, nowMilliseconds } from "@/lib/clock";
import { contentChannel } from "./commands";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { VersionFollower } from "./follow-versions";
import { onOwnChange } from "./listeners";
import { forgetChanges, rememberChange } from "./recent-changes";

export type ContentWatcher = {
  /** @param paths as in ContentChange */
  changed: (paths: readonly string[]) => void;
  /** The database has not answered since this moment of the clock, in milliseconds. Said once for each outage. */
  lost: (since: number) => void;
  /** It answers again, and `changed` was told what was missed. */
  found: () => void;
};

/** Milliseconds between two looks at the version. */
const checkEvery = 2_000;
/** A notification may come that much later than its change can be read, in milliseconds. */
const delivery = 250;
/** No answer for so long is an outage. Milliseconds. */
const answerTime = 3_000;
const firstRetry = 100;
const longestRetry = 5_000;
/** At the start, before it is given up. */
const firstAttempts = 5;

const payload = z.object({ version: z.number(), paths: z.array(z.string()) });

/**
 * Resolves when the first version is known.
 * @returns stops it
 * @throws Error when the database can't be reached at the start
 */
export async function watchContent(watcher: ContentWatcher): Promise<() => Promise<void>> {
  const watch = new ContentWatch(watcher);
  await watch.start();
  return () => watch.stop();
}

class ContentWatch {
  readonly #watcher: ContentWatcher;
  #follower = new VersionFollower(0, () => undefined);
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopListening = (): void => undefined;
  #retryAfter = firstRetry;
  #heardAt = nowMilliseconds();
  #isLost = false;
  #stopped = false;

  constructor(watcher: ContentWatcher) {
    this.#watcher = watcher;
  }

  async start(): Promise<void> {
    const version = await this.#connectPatiently();
    this.#follower = new VersionFollower(version, this.#watcher.changed);
    this.#stopListening = onOwnChange((change) => {
      this.#follower.own(change);
    });
    // At once, for what may have come while the follower was made.
    this.#schedule(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  /** A machine that starts everything at once may take long to let the first connection in. */
  async #connectPatiently(): Promise<number> {
    for (let attempt = 1; attempt < firstAttempts; attempt += 1) {
      try {
        return await this.#connect();
      } catch (error) {
        log().info({ reason: error instanceof Error ? error.message : String(error) }, "waiting for the database");
        await new Promise((resolve) => setTimeout(resolve, longestRetry / firstAttempts));
      }
    }
    return this.#connect();
  }

  /** @returns the version, read when notifications arrive already */
  async #connect(): Promise<number> {
    const client = new Client({
      connectionString: env().DATABASE_URL,
      connectionTimeoutMillis: answerTime,
      query_timeout: answerTime,
      keepAlive: true,
      application_name: "mental-health-network changes",
    });
    client.on("error", () => {
      this.#disconnected(client);
    });
    client.on("end", () => {
      this.#disconnected(client);
    });
    client.on("notification", ({ payload: text = "" }) => {
      this.#notified(text);
    });
    await client.connect();
    this.#client = client;
    if (this.#stopped) await client.end();
    await client.query(`LISTEN ${contentChannel}`);
    return this.#readVersion(client);
  }

  async #readVersion(client: Client): Promise<number> {
    const { rows } = await client.query<{ version: number }>("SELECT version::float8 AS version FROM content_version");
    this.#heardAt = nowMilliseconds();
    return rows[0]?.version ?? 0;
  }

  #notified(text: string): void {
    const change = payload.safeParse(parseJson(text));
    // Not one of ours: better to make everything again than to miss something.
    if (!change.success) {
      this.#watcher.changed([]);
      return;
    }
    rememberChange(change.data);
    this.#follower.notified(change.data);
  }

  #disconnected(client: Client): void {
    if (this.#stopped || this.#client !== client) return;
    this.#client = null;
    this.#schedule(0);
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#round().then(
        () => {
          this.#succeeded();
        },
        (error: unknown) => {
          this.#failed(error);
        },
      );
    }, milliseconds);
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    if (!this.#client) {
      this.#follower.caughtUp(await this.#connect());
      return;
    }
    const before = this.#follower.known;
    const version = await this.#readVersion(this.#client);
    if (version < before) this.#startAgain(version);
    if (version <= this.#follower.known) return;
    await new Promise((resolve) => setTimeout(resolve, delivery));
    this.#follower.caughtUp(version);
  }

  /** Versions only rise: this is another database, or an older state of it. */
  #startAgain(version: number): void {
    forgetChanges();
    this.#follower = new VersionFollower(version, this.#watcher.changed);
    this.#watcher.changed([]);
  }

  #succeeded(): void {
    this.#retryAfter = firstRetry;
    if (this.#isLost) {
      this.#isLost = false;
      log().info({ at: now() }, "the database answers again");
      this.#watcher.found();
    }
    this.#schedule(this.#client ? checkEvery : 0);
  }

  #failed(error: unknown): void {
    const client = this.#client;
    this.#client = null;
    void client?.end().catch(() => undefined);
    if (!this.#isLost && nowMilliseconds() - this.#heardAt > answerTime) {
      this.#isLost = true;
      const reason = error instanceof Error ? error.message : String(error);
      log().warn({ reason }, "the database does not answer; readers get what is known");
      this.#watcher.lost(this.#heardAt);
    }
    this.#schedule(this.#retryAfter);
    this.#retryAfter = Math.min(longestRetry, this.#retryAfter * 2);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
