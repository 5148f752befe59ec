/** A process that does what can go wrong. */
import { getPriority } from "node:os";
import { MediaError } from "@/lib/media/media-error";
import { serveOrders } from "../serve-orders";

export const works = {
  double: (bytes: Buffer): Promise<Buffer> => Promise.resolve(Buffer.concat([bytes, bytes])),
  facts: (): Promise<{ pid: number; priority: number }> =>
    Promise.resolve({ pid: process.pid, priority: getPriority() }),
  refuse: (): Promise<never> =>
    Promise.reject(new MediaError("too-small", "Too small.", { cause: new Error("of 3 pixels") })),
  fail: (): Promise<never> => Promise.reject(new TypeError("not a function")),
  die: (): Promise<never> => process.exit(3),
  hang: (): Promise<never> => new Promise(() => undefined),
};

serveOrders(works);
