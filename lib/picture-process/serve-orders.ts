import { MediaError } from "@/lib/media/media-error";
import type { Order, Result, WorkTable } from "./orders";

/** Carries out what the process that started this one orders, and ends when that is gone. */
export function serveOrders(works: WorkTable): void {
  // Signals to the whole group reach this process as well. Who ordered something decides whether it is still wanted.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  process.once("disconnect", () => process.exit(0));
  process.on("message", (order: Order) => {
    void carryOut(works, order).then((result) => process.send?.(result));
  });
}

async function carryOut(works: WorkTable, { id, work, input }: Order): Promise<Result> {
  try {
    const carry = works[work];
    if (!carry) throw new Error(`The picture process knows no work "${work}".`);
    return { id, output: await carry(...input) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { id, error, code: error instanceof MediaError ? error.code : null };
  }
}
