import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/**
 * Waits for a read and turns "there is none" into the site's 404 page: a missing value (null), or an AppError with the
 * code "not-found" (a page beyond the last). Every other failure goes on.
 */
export async function orNotFound<T>(read: Promise<T | null>): Promise<T> {
  const value = await read.catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  });
  if (value === null) notFound();
  return value;
}
