/** The lists that have feeds. */
import { findPerson } from "@/lib/people/queries";
import type { FeedScope } from "@/lib/publications/queries/feed";
import { capitalized } from "@/lib/seo/text";
import type { SiteFrame } from "@/lib/site-frame/types";
import { authorPath, categoryPath, homePath, tagPath } from "@/lib/urls";

/** A list as an address names it. */
export type NamedList = { kind: "site" } | { kind: "category" | "tag" | "author"; slug: string };

export type FeedList = {
  scope: FeedScope;
  /** Path of the list's page. */
  path: string;
  title: string;
  description: string;
};

/** The path of a list's first page, whether or not there is such a list. */
export function listPath(named: NamedList): string {
  switch (named.kind) {
    case "site":
      return homePath;
    case "category":
      return categoryPath(named.slug);
    case "tag":
      return tagPath(named.slug);
    case "author":
      return authorPath(named.slug);
  }
}

/** @returns null where the list has no page: unknown, or a tag of no visible article */
export async function findFeedList(named: NamedList, frame: SiteFrame): Promise<FeedList | null> {
  const { settings } = frame;
  const path = listPath(named);
  const listed = (id: number, name: string, description: string, kind: "category" | "tag" | "author"): FeedList => ({
    scope: { kind, id },
    path,
    title: `${name} · ${settings.name}`,
    description: description || settings.tagline,
  });
  switch (named.kind) {
    case "site":
      return { scope: { kind: "site" }, path, title: settings.name, description: settings.description };
    case "category": {
      const category = frame.categories.find(({ slug }) => slug === named.slug);
      return category ? listed(category.id, capitalized(category.name), category.description, "category") : null;
    }
    case "tag": {
      const tag = frame.tags.find(({ slug }) => slug === named.slug);
      // Some tags are called like a category; no two feeds share a title.
      return tag ? listed(tag.id, `Articles on ${tag.name}`, `Articles about ${tag.name}.`, "tag") : null;
    }
    case "author": {
      const person = await findPerson(named.slug);
      return person ? listed(person.id, person.name, `Articles signed by ${person.name}.`, "author") : null;
    }
  }
}
