/** Characters; search engines cut longer titles. */
const longestTitle = 70;

/**
 * The words of a page's title element. The site's name is left out where it would push a title past what anybody shows of it.
 * @param page.title null for the home page, whose title is the site's own
 * @param page.page 2 and up are named, so that no two pages of a list share a title
 */
export function pageTitle(page: { siteName: string; title: string | null; page?: number }): string {
  const { siteName, title, page: number = 1 } = page;
  if (title === null) return siteName;
  const own = number > 1 ? `${title} · page ${String(number)}` : title;
  const named = `${own} · ${siteName}`;
  return named.length <= longestTitle ? named : own;
}
