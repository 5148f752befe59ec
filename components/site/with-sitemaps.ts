import type { MenuLink } from "@/lib/site-frame/types";
import { newsSitemapPath, peopleSitemapPath, sitemapIndexPath } from "@/lib/urls";

const sitemaps: MenuLink[] = [
  { label: "Sitemap", href: peopleSitemapPath },
  { label: "Article sitemap", href: sitemapIndexPath },
  { label: "News sitemap", href: newsSitemapPath },
];

/**
 * The footer's links with the three sitemaps, which no edit of the menu takes away. One that the menu has stays where
 * editors put it, under the name they gave it; the others follow at the end.
 */
export function withSitemaps(menu: readonly MenuLink[]): MenuLink[] {
  const missing = sitemaps.filter(({ href }) => !menu.some((link) => link.href === href));
  return [...menu, ...missing];
}
