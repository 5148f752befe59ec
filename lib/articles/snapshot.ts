/** A working copy as JSON, as revisions and versions keep it. Pure. */
import { workingCopyInput, type WorkingCopy } from "./schema";

/** Dates as ISO strings. */
export function snapshotOf(copy: WorkingCopy) {
  return { ...copy, reviewedAt: copy.reviewedAt?.toISOString() ?? null };
}

/**
 * The other way round. Fields that did not exist when it was written have their defaults.
 * @throws ZodError for what was never a working copy
 */
export function copyOfSnapshot(snapshot: unknown): WorkingCopy {
  return workingCopyInput.parse(snapshot);
}
