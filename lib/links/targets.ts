/** The links of an article, sorted by who can say whether they lead somewhere. Pure. */
import { isReservedSlug } from "@/lib/reserved-slugs";
import type { Citation } from "@/lib/richtext/citation";
import { citationUrl } from "@/lib/richtext/citation-format";
import { linksOf } from "@/lib/richtext/links";
import type { RichTextDocument } from "@/lib/richtext/schema";

export type InternalTarget =
  /** A category or a static page. */
  | { kind: "top"; slug: string }
  | { kind: "article"; slug: string }
  | { kind: "tag"; slug: string }
  | { kind: "author"; slug: string }
  /** An address of the site itself. */
  | { kind: "fixed" };

export type InternalLink = { href: string; path: string; target: InternalTarget };

export type LinkTargets = {
  /** http and https addresses of other sites, references included, each once. */
  external: string[];
  internal: InternalLink[];
  /** Links to a heading of this very text that is not there. */
  deadFragments: string[];
};

/** Ids that the article page has besides those of headings (lib/richtext/transforms/heading-ids.ts). */
const pageIds =
  /^(?:references|main|content|contents|comments|newsletter|search|top|(?:reference|ref-mark|crisis-help|callout|table)-\d.*)$/;

/** @param siteUrl absolute address of this site, without a slash at its end */
export function linkTargets(
  copy: { body: RichTextDocument; citations: readonly Citation[] },
  siteUrl: string,
): LinkTargets {
  const hrefs = linksOf(copy.body);
  const own = (href: string): boolean => href === siteUrl || href.startsWith(`${siteUrl}/`);
  const ids = new Set(copy.body.content.flatMap((block) => (block.type === "heading" ? [block.attrs.id] : [])));
  const web = [...hrefs, ...copy.citations.flatMap((citation) => citationUrl(citation) ?? [])];
  return {
    external: [...new Set(web.filter((href) => /^https?:\/\//i.test(href) && !own(href)))],
    internal: hrefs.filter((href) => href.startsWith("/") || own(href)).map((href) => internalLink(href, siteUrl)),
    deadFragments: hrefs.filter(
      (href) => href.startsWith("#") && !ids.has(href.slice(1)) && !pageIds.test(href.slice(1)),
    ),
  };
}

function internalLink(href: string, siteUrl: string): InternalLink {
  const withoutSite = href.startsWith("/") ? href : href.slice(siteUrl.length);
  const path =
    withoutSite
      .replace(/[?#].*$/s, "")
      .toLowerCase()
      .replace(/\/+$/, "") || "/";
  return { href, path, target: internalTarget(path) };
}

function internalTarget(path: string): InternalTarget {
  const [first = "", second, ...rest] = path.slice(1).split("/");
  if (second !== undefined && first === "tag") return { kind: "tag", slug: second };
  if (second !== undefined && first === "author") return { kind: "author", slug: second };
  if (first === "" || path.includes(".") || isReservedSlug(first)) return { kind: "fixed" };
  if (second === undefined || second === "page") return { kind: "top", slug: first };
  return rest.length === 0 ? { kind: "article", slug: second } : { kind: "article", slug: path.slice(1) };
}
