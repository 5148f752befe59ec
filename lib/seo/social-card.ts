/** The drawn picture that link previews show of a page without one. */
import { signCard, type SocialCard } from "@/lib/social-cards/card-address";
import { absoluteUrl, homePath, socialCardPath } from "@/lib/urls";

export type SocialCardImage = { url: string; width: 1200; height: 630; alt: string };

export type SocialCardPage = {
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
 * (HMAC-SHA-256), so that no address which the site did not write has anything drawn. The queue draws it when the page is
 * published (lib/social-cards/commands/queue-cards.ts), once for all instances, and keeps it in the storage, from where it is
 * served as immutable; other words are another address. What is kept may be deleted at any time: it is drawn again.
 */
export function socialCard(page: SocialCardPage): SocialCardImage {
  const card = cardOf(page);
  const { signature, payload } = signCard(card);
  const alt = page.path === homePath ? page.siteName : `${card.headline}, ${page.siteName}`;
  return { url: absoluteUrl(socialCardPath(signature, payload)), width: 1200, height: 630, alt };
}

/** What stands on a page's card. */
export function cardOf({ path, title, category, siteName }: SocialCardPage): SocialCard {
  const headline = path === homePath ? siteName : title;
  return { headline, kicker: kickerOf(path, category, title), category, siteName };
}

const kinds: Record<string, string> = { tag: "Tag", author: "Author" };

/** A category's own page does not say its name twice. */
function kickerOf(path: string, category: string | null, title: string): string | null {
  const name = category?.replaceAll("-", " ") ?? kinds[path.split("/")[1] ?? ""] ?? null;
  return name?.toLowerCase() === title.toLowerCase() ? null : name;
}
