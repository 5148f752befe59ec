import type { Graph } from "schema-dts";

const escapes: Readonly<Record<string, string>> = { "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029" };

/**
 * A graph as the text of a script element. No `<` is left, so nothing in a headline can end the element or open a comment
 * in it; the line separators of Unicode would end a line in older readers of JavaScript. It stays JSON with the same meaning.
 */
export function printGraph(graph: Graph): string {
  return JSON.stringify(graph).replace(/[<\u2028\u2029]/g, (character) => escapes[character] ?? "");
}
