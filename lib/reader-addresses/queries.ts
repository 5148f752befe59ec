import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { offsetOf } from "@/lib/pagination";
import { visibleAt } from "@/lib/publications/card-sql";
import { isReservedSlug } from "@/lib/reserved-slugs";
import { articlePath } from "@/lib/urls";
import { readReaderAddress, type ReaderAddress } from "./kinds";

export type Inhabitant = "home" | "fixed" | "category" | "page" | "tag" | "author" | "article" | "feed";

/**
 * What readers find at an address now, numbered pages beyond the end and tags without articles excluded.
 * @param path canonical
 * @returns null for nothing, where a redirect or a notice may answer
 */
export async function findInhabitant(path: string): Promise<Inhabitant | null> {
  const address = readReaderAddress(path);
  return address ? inhabitantOf(address) : null;
}

async function inhabitantOf(address: ReaderAddress): Promise<Inhabitant | null> {
  switch (address.kind) {
    case "home":
    case "fixed":
      return address.kind;
    case "top":
      return findTop(address.slug, address.page);
    case "tag":
      return (await holds(tagged, address)) ? "tag" : null;
    case "author":
      return (await holds(signed, address)) ? "author" : null;
    case "article":
      return (await findArticlePath([address.slug])) === articlePath(address) ? "article" : null;
    case "feed": {
      const list = await findInhabitant(address.list);
      return list && isList(list) ? "feed" : null;
    }
  }
}

/** Whether a kind of page has feeds. */
export function isList(inhabitant: Inhabitant): inhabitant is "home" | "category" | "tag" | "author" {
  return ["home", "category", "tag", "author"].includes(inhabitant);
}

/** A page of a list is there when an article stands on it; a person's and a category's first page always is. */
const tagged = `SELECT 1 FROM tag t WHERE t.slug = $2 AND EXISTS (
  SELECT 1 FROM publication_tag j JOIN publication p ON p.id = j.publication_id
  WHERE j.tag_id = t.id AND ${visibleAt("p", "$1")} OFFSET $3)`;
const signed = `SELECT 1 FROM person a WHERE a.slug = $2 AND ($3 = 0 OR EXISTS (
  SELECT 1 FROM publication_author j JOIN publication p ON p.id = j.publication_id
  WHERE j.person_id = a.id AND ${visibleAt("p", "$1")} OFFSET $3))`;

async function holds(statement: string, { slug, page }: { slug: string; page: number }): Promise<boolean> {
  return (await sql(statement, [now(), slug, offsetOf(page)])).length > 0;
}

async function findTop(slug: string, page: number): Promise<"category" | "page" | null> {
  const [row] = await sql<{ kind: "category" | "page" }>(
    `SELECT 'category' AS kind FROM category c WHERE c.slug = $2 AND ($3 = 0 OR EXISTS (
       SELECT 1 FROM publication p WHERE p.category_id = c.id AND ${visibleAt("p", "$1")} OFFSET $3))
     UNION ALL SELECT 'page' FROM page WHERE slug = $2 AND $3 = 0 LIMIT 1`,
    [now(), slug, offsetOf(page)],
  );
  return row?.kind ?? null;
}

/** Addresses of the site's own files and lists, below which no article is guessed. */
const mostParts = 6;

/**
 * The article whose slug ends an address that is otherwise wrong: another category, a date, nothing before it.
 * @param parts of a canonical path, without slashes
 */
export async function findArticlePath(parts: readonly string[]): Promise<string | null> {
  const slug = parts.at(-1);
  if (slug === undefined || parts.length > mostParts || (parts.length > 1 && isReservedSlug(parts[0] ?? "")))
    return null;
  const [row] = await sql<{ categorySlug: string; slug: string }>(
    `SELECT c.slug AS "categorySlug", p.slug FROM publication p JOIN category c ON c.id = p.category_id
     WHERE p.slug = $2 AND ${visibleAt("p", "$1")} LIMIT 1`,
    [now(), slug],
  );
  return row ? articlePath(row) : null;
}
