/** Apart from lib/urls.ts, which knows the environment and so can't run in a browser: the desk shows addresses while they change. */

export function articlePath(article: { categorySlug: string; slug: string }): string {
  return `/${article.categorySlug}/${article.slug}`;
}
