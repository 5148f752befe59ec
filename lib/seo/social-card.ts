/** The drawn picture that link previews show of a page without one. */
import { signCard } from "@/lib/social-cards/card-address";
import { absoluteUrl, homePath, socialCardPath } from "@/lib/urls";

export type SocialCardImage = { url: string; width: 1200; height: 630; alt: string };

type SocialCardPage = {
  /** Of the page; says what kind of page it is where no category does. */
  path: string;
  /** Its headline, without the site's name. Never what a visitor typed: whatever is named here is drawn. */
  title: string;
  /** Slug of its category, which gives colour and kicker; null for none. */
  category: string | null;
  siteName: string;
};

/**
 * Names a card of 1200 x 630 pixels (the Open Graph size that all networks take) with headline, category colour and the
 * site's name. Naming draws nothing and reads nothing: the address holds the words, signed with a key of this site
 * (HMAC-SHA-256), so that no address which the site did not write makes the server compute a picture. It is drawn when the
 * address is first asked for, once for all instances, kept in the storage and served as immutable; other words are another
 * address. What is kept may be deleted at any time: it is drawn again.
 */
export function socialCard({ path, title, category, siteName }: SocialCardPage): SocialCardImage {
  const isHome = path === homePath;
  const headline = isHome ? siteName : title;
  const { signature, payload } = signCard({ headline, kicker: kickerOf(path, category, title), category, siteName });
  const alt = isHome ? siteName : `${headline}, ${siteName}`;
  return { url: absoluteUrl(socialCardPath(signature, payload)), width: 1200, height: 630, alt };
}

const kinds: Record<string, string> = { tag: "Tag", author: "Author" };

/** A category's own page does not say its name twice. */
function kickerOf(path: string, category: string | null, title: string): string | null {
  const name = category?.replaceAll("-", " ") ?? kinds[path.split("/")[1] ?? ""] ?? null;
  return name?.toLowerCase() === title.toLowerCase() ? null : name;
}
