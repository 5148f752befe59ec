/** Requests one after the other or by several readers, each timed. */
import { get } from "node:http";
import { summarise, type Summary } from "./statistics";

/** What today's browsers take. */
export const browser = { "accept-encoding": "gzip, deflate, br, zstd" };

export type Asked = { path: string; headers?: Record<string, string> };

export type Timed = Summary & {
  /** Answers a second. */
  rate: number;
};

/**
 * Asks for each once.
 * @param readers that ask at the same time
 * @throws Error when an answer is not 200
 */
export async function timeRequests(base: string, asked: readonly Asked[], readers = 1): Promise<Timed> {
  const times: number[] = [];
  const left = asked.values();
  const started = performance.now();
  const reader = async (): Promise<void> => {
    for (const { path, headers } of left) {
      const sent = performance.now();
      const response = await fetch(base + path, { headers });
      await response.arrayBuffer();
      times.push(performance.now() - sent);
      if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  return { ...summarise(times), rate: times.length / ((performance.now() - started) / 1000) };
}

/** The bytes of an answer as they are sent to a browser; fetch() would unpack them. */
export function encodedBody(address: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, { headers: browser }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve(Buffer.concat(chunks));
      });
    }).on("error", reject);
  });
}
