/** "There is none" as an AppError, which app/(site)/reader-page.tsx turns into the site's 404 page. */
import { AppError } from "@/lib/errors";

/** @throws AppError "not-found" */
export function noSuchPage(): never {
  throw new AppError("not-found", "There is no such page.");
}

/**
 * Waits for a read of something that the address names.
 * @throws AppError "not-found" when it is null; whatever the read throws goes on
 */
export async function orNotFound<T>(read: Promise<T | null>): Promise<T> {
  return (await read) ?? noSuchPage();
}

export function isNotFound(error: unknown): boolean {
  return error instanceof AppError && error.code === "not-found";
}
