/** Problems by field path. Pure. */

/** Whether a path names the field or something in it: "citations.0.doi" is of "citations". */
export function isOf(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}

/** The problems of a field and of what is in it, each once. */
export function problemsOf(problems: Record<string, string[]>, field: string): string[] {
  return [...new Set(Object.entries(problems).flatMap(([path, told]) => (isOf(path, field) ? told : [])))];
}

/** How many of the fields have problems. */
export function countProblems(problems: Record<string, string[]>, fields: readonly string[]): number {
  return fields.filter((field) => problemsOf(problems, field).length > 0).length;
}
