/** The vocabulary of schema.org, as its makers publish it, from the copy in the package @vocabulary/schema. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const schema = "http://schema.org/";
const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const rdfProperty = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
const rdfsClass = "http://www.w3.org/2000/01/rdf-schema#Class";
const subClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

export type Vocabulary = {
  /** Names of the classes directly above each class. */
  parents: ReadonlyMap<string, readonly string[]>;
  /** Names of the classes that have each property. */
  domains: ReadonlyMap<string, readonly string[]>;
  /** Names of the classes and data types whose values each property takes. */
  ranges: ReadonlyMap<string, readonly string[]>;
};

/** Statements between names; comments and labels, which are literals, are left out. */
const statement = /^<([^>]+)> <([^>]+)> <([^>]+)> <[^>]+> \.$/gm;

export function readVocabulary(): Vocabulary {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@vocabulary/schema/package.json"));
  const parents = new Map<string, string[]>();
  const domains = new Map<string, string[]>();
  const ranges = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, subject: string, object?: string): void => {
    const known = map.get(nameOf(subject)) ?? [];
    map.set(nameOf(subject), object === undefined ? known : [...known, nameOf(object)]);
  };
  const text = readFileSync(path.join(folder, "schema.nq"), "utf8");
  for (const [, subject = "", predicate, object = ""] of text.matchAll(statement)) {
    if (!subject.startsWith(schema)) continue;
    if (predicate === rdfType && object === rdfsClass) put(parents, subject);
    if (predicate === rdfType && object === rdfProperty) put(domains, subject);
    if (predicate === subClassOf) put(parents, subject, object);
    if (predicate === `${schema}domainIncludes`) put(domains, subject, object);
    if (predicate === `${schema}rangeIncludes`) put(ranges, subject, object);
  }
  return { parents, domains, ranges };
}

function nameOf(address: string): string {
  return address.startsWith(schema) ? address.slice(schema.length) : address;
}

/** The class and everything above it. */
export function lineage({ parents }: Vocabulary, name: string): Set<string> {
  const line = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (line.has(next)) continue;
    line.add(next);
    waiting.push(...(parents.get(next) ?? []));
  }
  return line;
}

/** The same in the shape of schemaorg-all-https.jsonld, which the validator wants. */
export function asJsonLd({ parents, domains }: Vocabulary): { "@graph": object[] } {
  const reference = (name: string) => ({ "@id": `schema:${name}` });
  return {
    "@graph": [
      ...[...parents].map(([name, above]) => ({
        "@id": `schema:${name}`,
        "@type": "rdfs:Class",
        "rdfs:subClassOf": above.map(reference),
      })),
      ...[...domains].map(([name, classes]) => ({
        "@id": `schema:${name}`,
        "@type": "rdf:Property",
        "schema:domainIncludes": classes.map(reference),
      })),
    ],
  };
}
