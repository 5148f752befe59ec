/** Pages of others that pass a link on. Plain addresses: nothing of theirs is loaded here. */

export type ShareTarget = { name: string; href: string };

/**
 * @param url absolute address of the page
 * @param title its headline
 */
export function shareTargets(url: string, title: string): ShareTarget[] {
  const query = (values: Record<string, string>): string =>
    Object.entries(values)
      // Mail programs and WhatsApp take a plus for a plus, so spaces are %20.
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join("&");
  return [
    { name: "E-mail", href: `mailto:?${query({ subject: title, body: url })}` },
    { name: "WhatsApp", href: `https://wa.me/?${query({ text: `${title} ${url}` })}` },
    { name: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}` },
    { name: "X", href: `https://x.com/intent/post?${query({ text: title, url })}` },
    { name: "LinkedIn", href: `https://www.linkedin.com/sharing/share-offsite/?${query({ url })}` },
  ];
}
