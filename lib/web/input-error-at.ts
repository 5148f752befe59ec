import { InputError } from "@/lib/input";

/**
 * Calls a verb whose input has the form's fields under a name, and gives problems the names that the form knows.
 * @param prefix for example "person.": what is taken from the start of field paths
 * @throws whatever the verb throws; an InputError with the shorter paths
 */
export async function inputErrorAt<Value>(prefix: string, call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const fields: Record<string, string[]> = {};
    for (const [path, problems] of Object.entries(error.fields)) {
      fields[path.startsWith(prefix) ? path.slice(prefix.length) : path] = problems;
    }
    throw new InputError(fields);
  }
}
