import { notFound } from "next/navigation";
import { isNotFound } from "./or-not-found";

/** For pages of the desk: shows the "nothing here" page when what the address names is not there. */
export async function orGone<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (isNotFound(error)) notFound();
    throw error;
  }
}
