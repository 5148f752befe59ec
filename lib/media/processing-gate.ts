/**
 * How many pictures are worked on at once. Decoding one may take 200 MB (see limits.ts) and encoding it keeps several
 * cores busy; forty files dropped on the library must not take the memory and the readers' processor time.
 */
import { processWide } from "@/lib/process-wide";

const atOnce = 2;

type Gate = { working: number; waiting: (() => void)[] };
const gate = processWide<Gate>("media-processing", () => ({ working: 0, waiting: [] }));

/** Runs `work` when there is room for it, in order of arrival. */
export async function whenThereIsRoom<Value>(work: () => Promise<Value>): Promise<Value> {
  if (gate.working >= atOnce) await new Promise<void>((resolve) => gate.waiting.push(resolve));
  else gate.working += 1;
  try {
    return await work();
  } finally {
    // Who waits takes over the place; the number of workers stays the same.
    const next = gate.waiting.shift();
    if (next) next();
    else gate.working -= 1;
  }
}
