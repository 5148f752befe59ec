/**
 * Readers, as a process of their own: asks at a steady rate whatever the answers are, or as fast as it can from a number
 * of connections, and reports every answer to its parent.
 */
import { Agent, request } from "node:http";

export type LoadOrder = {
  base: string;
  /** What is asked for, in turn, with how often a second. */
  steady?: Record<string, { paths: string[]; rate: number }>;
  /** One request after the other on each connection; "#" in the path becomes a number. */
  flood?: { path: string; connections: number };
  /** What X-Forwarded-For says; null: another for every request. */
  network: string | null;
};

export type Sample = {
  kind: string;
  /** Milliseconds since 1970 when it was asked. */
  at: number;
  /** Milliseconds until the last byte. */
  took: number;
  /** The status, or what Node calls the failure. */
  outcome: string;
};

/** Milliseconds after which nobody waits any more. */
const patience = 20_000;
const reportEvery = 200;

let samples: Sample[] = [];
let count = 0;
const agent = new Agent({ keepAlive: true, maxSockets: 400 });

process.once("message", (order: LoadOrder) => {
  setInterval(() => {
    if (samples.length > 0) process.send?.(samples);
    samples = [];
  }, reportEvery);
  for (const [kind, { paths, rate }] of Object.entries(order.steady ?? {})) {
    let next = 0;
    setInterval(() => {
      void ask(kind, order, paths[next++ % paths.length] ?? "/");
    }, 1000 / rate);
  }
  if (order.flood) for (let one = 0; one < order.flood.connections; one += 1) void flood(order, order.flood.path);
});
process.on("disconnect", () => process.exit(0));

async function flood(order: LoadOrder, path: string): Promise<void> {
  for (;;) await ask("flood", order, path.replace("#", `${String(process.pid)}-${String(count)}`));
}

async function ask(kind: string, order: LoadOrder, path: string): Promise<void> {
  count += 1;
  const network = order.network === null ? `10.${String((count >> 8) % 256)}.${String(count % 256)}.1` : order.network;
  const started = performance.now();
  const at = Date.now();
  const outcome = await once(order.base + path, network, true);
  samples.push({ kind, at, took: performance.now() - started, outcome });
}

/** @param mayRepeat browsers repeat a GET whose connection was kept open and is found closed (RFC 9112, 9.3.1) */
function once(url: string, network: string, mayRepeat: boolean): Promise<string> {
  return new Promise((resolve) => {
    const headers = { "x-forwarded-for": network, "accept-encoding": "gzip" };
    // A repetition takes a connection of its own: others that were kept may be closed as well.
    const asked = request(url, { agent: mayRepeat ? agent : false, headers, timeout: patience }, (response) => {
      response.resume();
      response.on("error", (error: NodeJS.ErrnoException) => {
        resolve(error.code ?? error.message);
      });
      response.on("end", () => {
        resolve(String(response.statusCode));
      });
    });
    asked.on("timeout", () => asked.destroy(Object.assign(new Error("no answer"), { code: "no answer" })));
    asked.on("error", (error: NodeJS.ErrnoException) => {
      if (mayRepeat && asked.reusedSocket && error.code === "ECONNRESET") resolve(once(url, network, false));
      else resolve(error.code ?? error.message);
    });
    asked.end();
  });
}
