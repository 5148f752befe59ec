/** The address of a draft before anybody chose one. Pure. */
import { slugify } from "@/lib/slug";

const placeholder = /^untitled-\d+$/;
/** Room for a number behind it: slugs have 120 characters at most. */
const longestBase = 110;

export function placeholderSlug(articleId: number): string {
  return `untitled-${String(articleId)}`;
}

/** The slug of a headline; null when it has no letter that an address can hold. */
export function slugOfHeadline(headline: string): string | null {
  const slug = slugify(headline).slice(0, longestBase).replace(/-+$/, "");
  return slug === "" ? null : slug;
}

/** Whether a slug was made from this headline (or from none), and so follows it. */
export function isAutomaticSlug(slug: string, headline: string): boolean {
  if (placeholder.test(slug)) return true;
  const base = slugOfHeadline(headline);
  return base !== null && (slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1))));
}
