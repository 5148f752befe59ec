/** Reads of the desk's pages: production hides messages of the server, so the reason has to be told by the page. */
import { notFound } from "next/navigation";
import { AppError, httpStatus } from "@/lib/errors";
import { setResponseStatus } from "@/lib/request-context";

export type Readable<Value> = { refused: null; value: Value } | { refused: string; value: null };

/**
 * Waits for a read. What does not exist becomes the desk's own 404 page; a refusal comes back with its reason, and
 * gives the answer its status; whatever nobody expected goes on to the error page.
 */
export async function readOrRefuse<Value>(read: () => Promise<Value>): Promise<Readable<Value>> {
  try {
    return { refused: null, value: await read() };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "internal") throw error;
    if (error.code === "not-found") notFound();
    setResponseStatus(httpStatus[error.code]);
    return { refused: error.message, value: null };
  }
}
