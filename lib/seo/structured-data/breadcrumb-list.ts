import type { BreadcrumbList } from "schema-dts";
import type { Crumb } from "@/lib/seo/crumbs";
import { absoluteUrl } from "@/lib/urls";
import { idOf } from "./node-ids";

/** Shorter ways are no breadcrumb (developers.google.com/search/docs/appearance/structured-data/breadcrumb). */
export const fewestCrumbs = 2;

/**
 * The visible breadcrumb, or nothing when it has fewer than two steps. Every step has its address: Google takes none as
 * valid when one in the middle lacks it.
 */
export function breadcrumbList(path: string, crumbs: readonly Crumb[]): BreadcrumbList[] {
  if (crumbs.length < fewestCrumbs) return [];
  return [
    {
      "@type": "BreadcrumbList",
      "@id": idOf(path, "breadcrumb"),
      itemListElement: crumbs.map(({ name, path: item }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        item: absoluteUrl(item),
      })),
    },
  ];
}
