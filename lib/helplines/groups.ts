import type { HelplineView } from "./types";

export type HelplineGroup = { region: string; country: string; lines: HelplineView[] };

/** The magazine is written in American English; most readers come from the countries that editors list first. */
const openCountries = 2;

/**
 * The lines by country, countries and lines in the order given. `open` holds the international services, last, and the
 * first two countries; `folded` the rest. The directory is left out because the box always ends with a link to it.
 */
export function groupHelplines(helplines: readonly HelplineView[]): { open: HelplineGroup[]; folded: HelplineGroup[] } {
  const groups = new Map<string, HelplineGroup>();
  for (const line of helplines) {
    if (isDirectory(line)) continue;
    const group = groups.get(line.region) ?? { region: line.region, country: line.country, lines: [] };
    groups.set(line.region, group);
    group.lines.push(line);
  }
  const countries = [...groups.values()].filter(({ region }) => region !== "INTL");
  const international = [...groups.values()].filter(({ region }) => region === "INTL");
  return { open: [...countries.slice(0, openCountries), ...international], folded: countries.slice(openCountries) };
}

function isDirectory({ url, phone, sms }: HelplineView): boolean {
  return phone.length === 0 && sms === null && /^https?:\/\/(?:www\.)?findahelpline\.com(?:\/|$)/i.test(url ?? "");
}
