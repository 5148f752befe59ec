/** Colours of drawn cards: the site's, see app/(site)/styles/tokens.css; a test compares both. */

/** Of the light scheme; pale letters on them keep at least 4.5:1. */
const accents: Readonly<Record<string, string>> = {
  "interpersonal-relationship": "#a0452a",
  "psychological-exploration": "#1a6069",
  "psychological-test": "#6c3f82",
  "workplace-psychology": "#80580b",
  "marriage-psychology": "#98304a",
  "growth-psychology": "#436540",
  news: "#38597f",
};

export const siteAccent = "#1f5f5b";

/** The three colours of the mark (public/icon.svg). */
export const mark = { left: "#c9694b", right: "#2a7177", lens: "#f2d9b6" } as const;

/** The ground of a card. @param category slug; unknown ones have the site's own colour */
export function accentOf(category: string | null): string {
  return category !== null && Object.hasOwn(accents, category) ? (accents[category] ?? siteAccent) : siteAccent;
}
