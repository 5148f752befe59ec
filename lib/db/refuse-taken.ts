import { InputError } from "@/lib/input";
import { isUniqueViolation } from "./unique-violation";

/**
 * Runs a write that must be the only one of its kind.
 * @param fields what a form says when another row holds the value already
 * @throws InputError with `fields` then
 */
export async function refuseTaken<T>(fields: Record<string, string[]>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw new InputError(fields);
    throw error;
  }
}
