/** What goes between a process and its picture process. */
import type { MediaErrorCode } from "@/lib/media/media-error";

/** Work by name. What goes in and comes out is copied (structured clone). */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any function's parameters; who calls one sees its own
export type WorkTable = Record<string, (...input: any[]) => Promise<unknown>>;

export type Order = { id: number; work: string; input: unknown[] };

export type Result =
  | { id: number; output: unknown }
  /** Errors lose their class on the way. @param code of a MediaError, null of any other */
  | { id: number; error: Error; code: MediaErrorCode | null };

/** How an order ended. Plain data: who orders may have another copy of this code than who hands the order on. */
export type Outcome =
  | { kind: "done"; output: unknown }
  | { kind: "refused"; error: Error; code: MediaErrorCode | null }
  /** The process ended in the middle of it. */
  | { kind: "broken"; reason: Error };
