import type { Organization, Person } from "schema-dts";
import { absoluteUrl, authorPath } from "@/lib/urls";
import { authorId } from "./node-ids";

type Signed = { slug: string; name: string; kind: "person" | "desk" };

/**
 * Somebody in a byline: one object each, the name and nothing else in `name`, and a page that tells who it is
 * (developers.google.com/search/docs/appearance/structured-data/article, "Author markup best practices"). A desk is no person.
 */
export function author({ slug, name, kind }: Signed): Organization | Person {
  return {
    "@type": kind === "desk" ? "Organization" : "Person",
    "@id": authorId(slug),
    name,
    url: absoluteUrl(authorPath(slug)),
  };
}
