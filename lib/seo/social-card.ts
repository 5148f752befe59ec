import { absoluteUrl } from "@/lib/urls";

/** The drawn picture of a page that has none of its own. */
export function socialCard(page: { path: string; title: string; category: string | null; siteName: string }): {
  url: string;
  width: 1200;
  height: 630;
  alt: string;
} {
  const drawn = new URLSearchParams({ path: page.path });
  return { url: absoluteUrl(`/social-card.png?${drawn.toString()}`), width: 1200, height: 630, alt: page.title };
}
