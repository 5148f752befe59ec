/** A list or record that a form sends as JSON in one field; null when it is none. What is in it, verbs check. */
export function readJsonField(form: FormData, name: string): unknown {
  const text = form.get(name);
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
