/**
 * Names of the nodes of a graph: addresses with a fragment, which stay the same for as long as the address does. Nodes
 * refer to each other by them, also across pages: an article's author is the main entity of the author's page.
 */
import { absoluteUrl, authorPath, homePath } from "@/lib/urls";

export type Reference = { "@id": string };

export const websiteId = (): string => idOf(homePath, "website");
export const organizationId = (): string => idOf(homePath, "organization");

/** @param path of the page that shows it, or "/" */
export function idOf(
  path: string,
  fragment: "website" | "organization" | "webpage" | "breadcrumb" | "article",
): string {
  return `${absoluteUrl(path)}#${fragment}`;
}

/** A person or desk, wherever they are named. */
export function authorId(slug: string): string {
  return `${absoluteUrl(authorPath(slug))}#author`;
}

export function refer(id: string): Reference {
  return { "@id": id };
}
