/** Whether every value of a graph is of a kind that schema.org expects there, and every reference leads somewhere. */
import { lineage, type Vocabulary } from "./vocabulary";

export type Node = { readonly [key: string]: unknown };

/** What a value of each data type looks like in JSON. */
const literals: Record<string, (value: unknown) => boolean> = {
  Boolean: (value) => typeof value === "boolean",
  Number: (value) => typeof value === "number",
  Integer: (value) => Number.isInteger(value),
  Date: (value) => typeof value === "string" && /^\d{4}(-\d\d-\d\d)?$/.test(value),
  // A time without an offset would be read as that of Google's crawler (docs of Article, "datePublished").
  DateTime: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value),
  URL: (value) => typeof value === "string" && /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value),
  // Where anything fits, its address stands for it; Google writes the steps of a breadcrumb that way.
  Thing: (value) => typeof value === "string" && /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value),
  Text: (value) => typeof value === "string" && value.trim() !== "",
  // Lengths are written as text; pictures are measured in pixels.
  Distance: (value) => typeof value === "string" && /^\d+$/.test(value),
};

/**
 * schema.org expects a person as editor. Nobody is named as one in public, and people are not invented, so the magazine
 * stands there. Everything else follows the vocabulary.
 */
const exceptions: Record<string, readonly string[]> = { editor: ["Organization"] };

/** @returns one line for each value that is wrong */
export function checkRanges(vocabulary: Vocabulary, graph: readonly Node[]): string[] {
  const nodes = graph.flatMap(everyNode);
  const { byId, problems } = nodesById(nodes);
  for (const node of nodes) {
    for (const [property, value] of Object.entries(node)) {
      if (property.startsWith("@") || property.endsWith("-input")) continue;
      for (const item of [value].flat()) {
        const problem = faultOf(vocabulary, property, isReference(item) ? byId.get(item["@id"]) : item);
        if (problem) problems.push(`${String(node["@type"])}.${property}: ${problem}`);
      }
    }
  }
  return problems;
}

/** The nodes by their names; one name for two different things is a problem. */
function nodesById(nodes: readonly Node[]): { byId: Map<string, Node>; problems: string[] } {
  const byId = new Map<string, Node>();
  const problems: string[] = [];
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id !== "string" || !node["@type"]) continue;
    const known = byId.get(id);
    if (known && JSON.stringify(known) !== JSON.stringify(node)) problems.push(`${id} is two things`);
    byId.set(id, node);
  }
  return { byId, problems };
}

function faultOf(vocabulary: Vocabulary, property: string, value: unknown): string | null {
  if (value === undefined) return "refers to nothing in the graph";
  const ranges = [...(vocabulary.ranges.get(property) ?? []), ...(exceptions[property] ?? [])];
  if (ranges.length === 0) return "is no property of schema.org";
  const fits = isNode(value)
    ? [...lineage(vocabulary, String(value["@type"]))].some((name) => ranges.includes(name))
    : ranges.some((range) => literals[range]?.(value));
  return fits ? null : `${JSON.stringify(value).slice(0, 80)} is none of ${ranges.join(", ")}`;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isReference(value: unknown): value is { "@id": string } {
  return isNode(value) && Object.keys(value).join() === "@id";
}

/** The node and those within it. */
function everyNode(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(everyNode);
  return isNode(value) ? [value, ...Object.values(value).flatMap(everyNode)] : [];
}
