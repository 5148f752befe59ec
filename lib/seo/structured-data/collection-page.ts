import type { CollectionPage, ItemList } from "schema-dts";
import { absoluteUrl, articlePath } from "@/lib/urls";
import type { DescribedSite } from "./described-site";
import { pageFacts, type DescribedPage } from "./web-page";

export type ListedArticle = { categorySlug: string; slug: string; headline: string };

/** A page that leads to others: home, categories, tags. `items` in the order in which the page shows them. */
export function collectionPage(
  site: DescribedSite,
  page: DescribedPage & { items: readonly ListedArticle[] },
): CollectionPage {
  const list = page.items.length > 0 ? { mainEntity: itemList(page.items) } : {};
  return { "@type": "CollectionPage", ...pageFacts(site, page), ...list };
}

function itemList(items: readonly ListedArticle[]): ItemList {
  return {
    "@type": "ItemList",
    numberOfItems: items.length,
    itemListElement: items.map((item, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: item.headline,
      url: absoluteUrl(articlePath(item)),
    })),
  };
}
