/**
 * For every value that structured data may hold: what a reader sees of it on the page, or why nobody sees it. A value
 * that is in neither list fails the test.
 */
import { readingMinutes } from "@/lib/richtext/words";
import type { Leaves } from "./leaves";
import type { Shown } from "./shown";

/** What the values at this path must be, in their order. */
type Claim = (shown: Shown, values: readonly unknown[]) => readonly unknown[];

const pageKinds = "(WebPage|AboutPage|ContactPage|CollectionPage|ProfilePage|SearchResultsPage|MedicalWebPage)";
const article = "(Article|NewsArticle)";
const listItem = "CollectionPage\\.mainEntity\\.itemListElement";
const profiled = "ProfilePage\\.mainEntity";

const claims: readonly (readonly [pattern: string, Claim])[] = [
  ["(WebSite|Organization)\\.name", ({ sites }) => words(sites)],
  ["(WebSite|Organization)\\.url", ({ sites }) => values(sites)],
  ["WebSite\\.description", ({ siteDescriptions }) => words(siteDescriptions.slice(0, 1))],
  ["WebSite\\.potentialAction\\.target\\.urlTemplate", searchAddress],
  [`(WebSite|${pageKinds}|${article})\\.inLanguage`, ({ language }) => [language]],
  ["BreadcrumbList\\.itemListElement\\.position", ({ crumbs }) => numbers(crumbs)],
  ["BreadcrumbList\\.itemListElement\\.name", ({ crumbs }) => words(crumbs)],
  // The page itself is no link: its address is the one it calls its own.
  ["BreadcrumbList\\.itemListElement\\.item", ({ crumbs, canonical }) => values(crumbs).map((url) => url || canonical)],
  [`${pageKinds}\\.url`, ({ canonical }) => [canonical]],
  // The home page is named after the site; its heading is the motto.
  [`${pageKinds}\\.name`, (shown) => words(isHome(shown) ? shown.sites : shown.headings)],
  [
    `${pageKinds}\\.description`,
    (shown) => words(isHome(shown) ? shown.siteDescriptions.slice(0, 1) : shown.introductions),
  ],
  [`${pageKinds}\\.dateModified`, ({ changes }) => values(changes)],
  ["CollectionPage\\.mainEntity\\.numberOfItems", ({ stories }) => [stories.length]],
  [`${listItem}\\.position`, ({ stories }) => numbers(stories)],
  [`${listItem}\\.name`, ({ stories }) => words(stories)],
  [`${listItem}\\.url`, ({ stories }) => values(stories)],
  [`${profiled}\\.name`, ({ headings }) => words(headings)],
  [`${profiled}\\.url`, ({ crumbs, canonical }) => [crumbs[1]?.value || canonical]],
  [`${profiled}\\.description`, ({ introductions }) => words(introductions)],
  [`${profiled}\\.sameAs`, ({ profiles }) => values(profiles)],
  [
    `${profiled}\\.(jobTitle|hasCredential\\.name)`,
    ({ lines }, said) => words(lines).filter((line) => said.includes(line)),
  ],
  [`${profiled}\\.image`, ({ portraits }, said) => samePicture(portraits, said)],
  [`${article}\\.headline`, ({ headings }) => words(headings)],
  [`${article}\\.description`, ({ standfirsts }) => words(standfirsts)],
  [`${article}\\.datePublished`, ({ dates }) => values(dates.slice(0, 1))],
  [`${article}\\.dateModified`, modified],
  [`${article}\\.author\\.name`, ({ bylines }) => words(bylines)],
  [`${article}\\.author\\.url`, ({ bylines }) => values(bylines)],
  [`${article}\\.articleSection`, ({ crumbs }) => words(crumbs.slice(-1))],
  [`${article}\\.wordCount`, readAsLong],
  [`${article}\\.keywords`, ({ tags }) => words(tags)],
  [`${article}\\.image\\.url`, ({ covers }, said) => samePicture(covers, said)],
  [`${article}\\.citation\\.name`, titlesOfReferences],
  [`${article}\\.citation\\.datePublished`, yearsOfReferences],
  [`${article}\\.citation\\.url`, ({ referenceLinks }) => values(referenceLinks)],
];

/** What nobody sees, and why it is there. */
const unseen: readonly (readonly [pattern: string, reason: string])[] = [
  [".*\\.@id", "names by which nodes refer to each other; the validator follows them"],
  [".*\\.@type", "what kind of thing it is; the test of kinds and the validator know them"],
  ["WebSite\\.potentialAction\\.query-input", "the name of the gap in the search's address"],
  ["Organization\\.logo\\.(url|width|height)", "the header draws the same sign; head.spec.ts fetches the file"],
  [`${article}\\.image\\.(width|height)`, "measures of a file; head.spec.ts fetches and measures it"],
  [`${article}\\.isAccessibleForFree`, "nothing on a page asks for money or an account"],
  [`${profiled}\\.hasCredential\\.credentialCategory`, "tells a degree from a licence, which the page shows by name"],
];

/** @returns one line for each value that the page does not show as it is */
export function unprovenClaims(leaves: Leaves, shown: Shown): string[] {
  return [...leaves].flatMap(([path, said]) => {
    if (unseen.some(([pattern]) => matches(pattern, path))) return [];
    const claim = claims.find(([pattern]) => matches(pattern, path))?.[1];
    if (!claim) return [`${path} is in no list`];
    const seen = claim(shown, said);
    const same = seen.length > 0 && JSON.stringify(seen) === JSON.stringify(said);
    return same ? [] : [`${path}: ${JSON.stringify(said)}, but the page shows ${JSON.stringify(seen)}`];
  });
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern}$`).test(path);
}

type Seen = Shown["sites"];

function words(seen: Seen): string[] {
  return seen.map((element) => element.words);
}

function values(seen: Seen): string[] {
  return seen.map((element) => element.value);
}

function numbers(seen: Seen): number[] {
  return seen.map((_, index) => index + 1);
}

function isHome({ canonical, sites }: Shown): boolean {
  return canonical === sites[0]?.value;
}

function searchAddress({ searchForms, searchFields }: Shown): string[] {
  return values(searchForms).map((action) => `${action}?${searchFields[0]?.value ?? ""}={search_term_string}`);
}

/** A second date is shown when it falls on another day; otherwise the change was on the day of publishing. */
function modified({ dates }: Shown, [said]: readonly unknown[]): readonly unknown[] {
  const [published, updated] = values(dates);
  if (updated !== undefined) return [updated];
  return String(said).slice(0, 10) === published?.slice(0, 10) ? [said] : [published];
}

/** Readers see minutes; they are made of the words. */
function readAsLong({ facts }: Shown, [said]: readonly unknown[]): readonly unknown[] {
  const shown = words(facts).find((line) => line.endsWith("min read"));
  return shown === `${String(readingMinutes(Number(said)))} min read` ? [said] : [shown];
}

/** Search engines get other cuts of the same picture: the same folder, another file. */
function samePicture(seen: Seen, said: readonly unknown[]): readonly unknown[] {
  const folderOf = (url: unknown): string | undefined => /\/media\/([^/]+\/[^/]+)\//.exec(String(url))?.[1];
  const [address] = values(seen);
  const folder = folderOf(address);
  return said.map((url) => (folder !== undefined && folderOf(url) === folder ? url : address));
}

/** Each title stands in the entry of the same number. */
function titlesOfReferences({ references }: Shown, said: readonly unknown[]): readonly unknown[] {
  return words(references).map((entry, index) => (entry.includes(String(said[index])) ? said[index] : entry));
}

function yearsOfReferences({ references }: Shown): readonly unknown[] {
  return words(references).flatMap((entry) => /\((\d{4})\)\./.exec(entry)?.[1] ?? []);
}
