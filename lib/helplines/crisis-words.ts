/** What the help box says around the lines, the same on pages, in feeds and in Markdown. */

/** A page may show the box twice, near the top and at the end; each needs a name of its own. @param ordinal from 1 */
export function crisisTitle(ordinal: number): string {
  if (ordinal === 1) return "If you need help now";
  return ordinal === 2 ? "Where to find help" : `Where to find help (${String(ordinal)})`;
}

export const crisisIntro =
  "If you might act on thoughts of harming yourself, or someone’s life is in danger, call your local emergency number " +
  "now. If you are not sure, or you need to talk, these services are there for you.";

/** Lines of every country, kept by others. */
export const helplineDirectory = { name: "findahelpline.com", url: "https://findahelpline.com" } as const;

/** The words before the directory's name. @param hasLines whether lines of some countries stand above */
export function directoryLead(hasLines: boolean): string {
  return `${hasLines ? "In another country" : "In your country"}, you can find a line at`;
}
