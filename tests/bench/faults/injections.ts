/** What goes wrong, one thing after the other. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import { articlePath } from "@/lib/urls";
import { aPublishedArticle, testActor } from "@/tests/factories/articles";
import { aPicture } from "@/tests/factories/media";
import type { SiteProcess } from "../site-process";
import { milliseconds, summarise, type Row } from "../statistics";
import { startLoad } from "./load";
import type { LoadOrder } from "./load-process";
import { childrenOf, postmasterOf, workersOf } from "../processes";
import type { SlowProxy } from "./slow-proxy";
import type { SmallDisk } from "./small-disk";

export type Scene = {
  site: SiteProcess;
  proxy: SlowProxy;
  /** Of the database's files. */
  postgres: string;
  /** Starts the database again, at its address. */
  restartPostgres: () => Promise<void>;
  /** Of uploads, cards and finished pages; null where none could be mounted. */
  disk: SmallDisk | null;
};

export type Fault = {
  name: string;
  /** Lasts as long as the fault. @returns what else is worth a row */
  inject: (scene: Scene) => Promise<Row[]>;
  /** Milliseconds at p95 for pages from memory meanwhile. */
  p95: number;
  /** Requests that may be cut off: those that a killed process had in hands. */
  lost?: number;
};

/** Milliseconds at p95 for pages from memory, on a machine that makes load, site and database on the same cores. */
const usual = 100;
/** A stale page is shown after 150 ms when its maker is slow; the database's outages make all pages stale. */
const whenStale = 300;
const seconds = 1_000;

const fact = (what: string, figures: string, target = "", met: boolean | null = null): Row => ({
  ...{ what, figures, target, met },
});

const killWorker: Fault = {
  name: "a worker is killed (SIGKILL)",
  p95: usual,
  lost: 5,
  inject: async ({ site }) => {
    const [victim] = workersOf(site.pid);
    if (victim === undefined) throw new Error("no worker was found");
    const killed = performance.now();
    process.kill(victim, "SIGKILL");
    while (workersOf(site.pid).length < 2 || workersOf(site.pid).includes(victim)) await wait(100);
    const took = (performance.now() - killed) / 1000;
    await wait(5 * seconds);
    return [fact("another was started after", `${took.toFixed(1)} s`)];
  },
};

const exchange: Fault = {
  name: "the workers are exchanged (SIGHUP)",
  p95: whenStale,
  inject: async ({ site }) => {
    const before = new Set(workersOf(site.pid));
    const started = performance.now();
    process.kill(site.pid, "SIGHUP");
    for (;;) {
      const present = workersOf(site.pid);
      if (present.length === before.size && present.every((pid) => !before.has(pid))) break;
      if (performance.now() - started > 90 * seconds) break;
      await wait(200);
    }
    const took = (performance.now() - started) / 1000;
    return [fact("exchanged in", `${took.toFixed(1)} s`, "<= 60 s", took <= 60)];
  },
};

const freezePostgres: Fault = {
  name: "the database stands still for 8 s (SIGSTOP)",
  p95: whenStale,
  inject: async ({ postgres }) => {
    const postmaster = postmasterOf(postgres);
    const processes = [postmaster, ...childrenOf(postmaster)];
    for (const pid of processes) process.kill(pid, "SIGSTOP");
    try {
      await wait(8 * seconds);
    } finally {
      for (const pid of processes) process.kill(pid, "SIGCONT");
    }
    return [];
  },
};

const killPostgres: Fault = {
  name: "the database is killed and started again after 5 s",
  p95: whenStale,
  inject: async ({ postgres, restartPostgres }) => {
    // Immediate shutdown: no good-bye, and recovery from the log at the next start.
    process.kill(postmasterOf(postgres), "SIGQUIT");
    await wait(5 * seconds);
    await restartPostgres();
    return [];
  },
};

const slowStatements: Fault = {
  name: "every statement takes 300 ms longer",
  p95: whenStale,
  inject: async ({ proxy }) => {
    proxy.delay = 300;
    await wait(6 * seconds);
    proxy.delay = 0;
    return [];
  },
};

const cutNotifications: Fault = {
  name: "the connections for notifications are cut",
  p95: usual,
  inject: async () => {
    const rows = await sql<{ cut: boolean }>(
      `SELECT pg_terminate_backend(pid) AS cut FROM pg_stat_activity
       WHERE application_name = 'mental-health-network changes'`,
    );
    await wait(3 * seconds);
    const [row] = await sql<{ back: number }>(
      "SELECT count(*) AS back FROM pg_stat_activity WHERE application_name = 'mental-health-network changes'",
    );
    const back = row?.back ?? 0;
    return [fact("connections cut / back", `${String(rows.length)} / ${String(back)}`, "all", back === rows.length)];
  },
};

const slowLoris: Fault = {
  name: "200 clients that never end their first line (slow-loris)",
  p95: usual,
  inject: async ({ site }) => {
    const { hostname, port } = new URL(site.base);
    const sockets: Socket[] = [];
    let cut = 0;
    for (let client = 0; client < 200; client += 1) {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.on("close", () => (cut += 1));
      // The 408 must be read before the end is seen.
      socket.resume();
      socket.write("GET / HTTP/1.1\r\nHost: a\r\nX-");
      sockets.push(socket);
    }
    for (let second = 0; second < 13; second += 1) {
      await wait(seconds);
      for (const socket of sockets) if (!socket.destroyed) socket.write("a");
    }
    const row = fact("cut off after 13 s", `${String(cut)} of 200`, "200", cut === 200);
    for (const socket of sockets) socket.destroy();
    return [row];
  },
};

/** @param network as LoadOrder says */
function flood(name: string, path: string, network: LoadOrder["network"]): Fault {
  return {
    name,
    p95: whenStale,
    inject: async ({ site }) => {
      const load = startLoad({ base: site.base, network, flood: { path, connections: 64 } });
      await wait(8 * seconds);
      load.stop();
      return [fact("the flood itself: answers", answersOf(load.samples.map(({ outcome }) => outcome)))];
    },
  };
}

const silentHook = (hub: SilentHub): Fault => ({
  name: "a hub that never answers, while articles are published",
  p95: whenStale,
  inject: async () => {
    const times: number[] = [];
    const before = hub.asked();
    for (let article = 0; article < 6; article += 1) {
      const started = performance.now();
      await aPublishedArticle({ slug: `in-bad-weather-${String(Date.now())}` });
      times.push(performance.now() - started);
      await wait(seconds);
    }
    const { median, max } = summarise(times);
    return [
      fact("publishing", `median ${milliseconds(median)}, at most ${milliseconds(max)}`, "<= 1,000 ms", max <= 1_000),
      fact("connections that the hub left unanswered", String(hub.asked() - before)),
    ];
  },
});

const fullDisk: Fault = {
  name: "the disk of uploads, cards and finished pages is full",
  p95: whenStale,
  inject: async ({ disk, site }) => {
    if (!disk) return [fact("not tried", "a small disk could not be mounted here")];
    const upload = async (): Promise<string> =>
      uploadMedia(testActor, {
        originalName: "weather.png",
        bytes: await aPicture({ width: 65 + (Date.now() % 900) }),
      }).then(
        () => "taken",
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
    await disk.fill();
    const refused = await upload();
    const slug = `on-a-full-disk-${String(Date.now())}`;
    await aPublishedArticle({ slug });
    const address = site.base + articlePath({ categorySlug: "news", slug });
    const page = await fetch(address);
    const card = /<meta property="og:image" content="([^"]+)"/.exec(await page.text())?.[1] ?? "none";
    await wait(4 * seconds);
    const without = await isKeptCard(card);
    await disk.clear();
    const taken = await upload();
    const cleared = performance.now();
    while (!(await isKeptCard(card)) && performance.now() - cleared < 60 * seconds) await wait(500);
    const drawn = await isKeptCard(card);
    const took = (performance.now() - cleared) / 1000;
    return [
      fact(
        "an upload, then and later",
        `${refused}, ${taken}`,
        "unavailable, taken",
        refused === "unavailable" && taken === "taken",
      ),
      fact("an article published meanwhile", String(page.status), "200", page.status === 200),
      fact(
        "its card, then and later",
        `${without ? "drawn" : "stand-in"}, ${drawn ? `drawn after ${took.toFixed(1)} s` : "stand-in"}`,
        "drawn in the end",
        drawn,
      ),
    ];
  },
};

/** A card that is not drawn yet is answered with a picture that nobody keeps. */
async function isKeptCard(address: string): Promise<boolean> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.status === 200 && (answer.headers.get("cache-control") ?? "").includes("immutable");
}

export type SilentHub = { url: string; asked: () => number; stop: () => void };

/** Takes connections and says nothing. */
export async function startSilentHub(): Promise<SilentHub> {
  let asked = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    asked += 1;
    open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => open.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    asked: () => asked,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** For example "312 × 200, 3 × 503". */
export function answersOf(outcomes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([outcome, count]) => `${String(count)} × ${outcome}`).join(", ") || "none";
}

export const faultsWith = (hub: SilentHub): Fault[] => [
  killWorker,
  exchange,
  freezePostgres,
  killPostgres,
  slowStatements,
  cutNotifications,
  slowLoris,
  flood("a flood of pages that nobody has, from one network", "/no-such-page-#", "198.51.100.7"),
  flood("a flood of pages that nobody has, from many networks", "/none-of-these-#", null),
  flood("a flood of searches, from one network", "/search?q=anxiety+#", "198.51.100.8"),
  silentHook(hub),
  fullDisk,
];
