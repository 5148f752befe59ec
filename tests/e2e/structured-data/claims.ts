/**
 * For every value that structured data may hold: what a reader sees of it on the page, or why nobody sees it. A value
 * that is in neither list fails the test.
 */
import { readingMinutes } from "@/lib/richtext/words";
import type { Leaves } from "./leaves";
import type { Shown } from "./shown";

/** What the values at this path must be, in their order. */
type Claim = (shown: Shown, values: readonly unknown[], leaves: Leaves) => readonly unknown[];

const pageKinds = "(WebPage|AboutPage|ContactPage|CollectionPage|ProfilePage|SearchResultsPage|MedicalWebPage)";
const article = "(Article|NewsArticle)";

const claims: readonly (readonly [string, Claim])[] = [
  ["(WebSite|Organization)\\.name", ({ site }) => [site.name]],
  ["(WebSite|Organization)\\.url", ({ site }) => [site.url]],
  ["WebSite\\.description", ({ siteDescription }) => [siteDescription]],
  ["WebSite\\.potentialAction\\.target\\.urlTemplate", ({ searchAddress }) => [searchAddress]],
  [`(WebSite|${pageKinds}|${article})\\.inLanguage`, ({ language }) => [language]],
  ["BreadcrumbList\\.itemListElement\\.position", ({ crumbs }) => crumbs.map((_, index) => index + 1)],
  ["BreadcrumbList\\.itemListElement\\.name", ({ crumbs }) => crumbs.map(({ name }) => name)],
  ["BreadcrumbList\\.itemListElement\\.item", ({ crumbs }) => crumbs.map(({ url }) => url)],
  [`${pageKinds}\\.url`, ({ canonical }) => [canonical]],
  // The home page is named after the site; its heading is the motto.
  [`${pageKinds}\\.name`, ({ canonical, site, heading }) => [canonical === site.url ? site.name : heading]],
  [
    `${pageKinds}\\.description`,
    ({ canonical, site, siteDescription, introduction }) => [canonical === site.url ? siteDescription : introduction],
  ],
  [`${pageKinds}\\.dateModified`, ({ changed }) => [changed]],
  ["CollectionPage\\.mainEntity\\.numberOfItems", ({ stories }) => [stories.length]],
  ["CollectionPage\\.mainEntity\\.itemListElement\\.position", ({ stories }) => stories.map((_, index) => index + 1)],
  ["CollectionPage\\.mainEntity\\.itemListElement\\.name", ({ stories }) => stories.map(({ name }) => name)],
  ["CollectionPage\\.mainEntity\\.itemListElement\\.url", ({ stories }) => stories.map(({ url }) => url)],
  ["ProfilePage\\.mainEntity\\.name", ({ heading }) => [heading]],
  ["ProfilePage\\.mainEntity\\.url", ({ crumbs }) => [crumbs[1]?.url]],
  ["ProfilePage\\.mainEntity\\.description", ({ introduction }) => [introduction]],
  ["ProfilePage\\.mainEntity\\.sameAs", ({ profiles }) => profiles.map(({ url }) => url)],
  [
    "ProfilePage\\.mainEntity\\.(jobTitle|hasCredential\\.name)",
    ({ lines }, values) => lines.filter((line) => values.includes(line)),
  ],
  ["ProfilePage\\.mainEntity\\.image", ({ portrait }, values) => values.map((url) => sameKey(url, portrait))],
  [`${article}\\.headline`, ({ heading }) => [heading]],
  [`${article}\\.description`, ({ standfirst }) => [standfirst]],
  [`${article}\\.datePublished`, ({ dates }) => [dates[0]]],
  [`${article}\\.dateModified`, modified],
  [`${article}\\.author\\.name`, ({ bylines }) => bylines.map(({ name }) => name)],
  [`${article}\\.author\\.url`, ({ bylines }) => bylines.map(({ url }) => url)],
  [`${article}\\.articleSection`, ({ crumbs }) => [crumbs.at(-1)?.name]],
  [`${article}\\.wordCount`, readAsLong],
  [`${article}\\.keywords`, ({ tags }) => tags],
  [`${article}\\.image\\.url`, ({ cover }, values) => values.map((url) => sameKey(url, cover))],
  [`${article}\\.citation\\.name`, inReferences],
  [`${article}\\.citation\\.datePublished`, yearsOfReferences],
  [`${article}\\.citation\\.url`, ({ references }) => references.flatMap(({ links }) => links)],
];

/** What nobody sees, and why it is there. */
const unseen: readonly (readonly [string, string])[] = [
  [".*\\.@id", "names by which nodes refer to each other; the validator follows them"],
  [".*\\.@type", "what kind of thing it is; the test of kinds and the validator know them"],
  ["WebSite\\.potentialAction\\.query-input", "the name of the gap in the search's address"],
  [
    "Organization\\.logo\\.(url|width|height)",
    "the header draws the same sign as a vector; the file is fetched in head.spec.ts",
  ],
  [`${article}\\.image\\.(width|height)`, "measures of a file; the file is fetched and measured below"],
  [`${article}\\.isAccessibleForFree`, "nothing on the page asks for money; an account does not exist"],
  [
    "ProfilePage\\.mainEntity\\.hasCredential\\.credentialCategory",
    "tells a degree from a licence; the page shows both by name",
  ],
];

/** @returns one line for each value that the page does not show as it is */
export function unprovenClaims(leaves: Leaves, shown: Shown): string[] {
  return [...leaves].flatMap(([path, values]) => {
    if (unseen.some(([pattern]) => matches(pattern, path))) return [];
    const claim = claims.find(([pattern]) => matches(pattern, path));
    if (!claim) return [`${path} is in no list`];
    const expected = claim[1](shown, values, leaves);
    const same = expected.length > 0 && JSON.stringify(expected) === JSON.stringify(values);
    return same ? [] : [`${path}: ${JSON.stringify(values)}, but the page shows ${JSON.stringify(expected)}`];
  });
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern}$`).test(path);
}

/** A second date is shown when it falls on another day; otherwise the change was on the day of publishing. */
function modified({ dates }: Shown, [value]: readonly unknown[]): readonly unknown[] {
  if (dates.length > 1) return [dates[1]];
  return String(value).slice(0, 10) === dates[0]?.slice(0, 10) ? [value] : [dates[0]];
}

/** Readers see minutes; they are made of the words. */
function readAsLong({ readingTime }: Shown, [words]: readonly unknown[]): readonly unknown[] {
  const agrees = readingTime === `${String(readingMinutes(Number(words)))} min read`;
  return agrees ? [words] : [readingTime];
}

/** Search engines get other cuts of the same picture: same folder, other file. */
function sameKey(url: unknown, seen: string): unknown {
  const key = /\/media\/([^/]+\/[^/]+)\//;
  const wanted = key.exec(seen)?.[1];
  return wanted !== undefined && key.exec(String(url))?.[1] === wanted ? url : seen;
}

function inReferences({ references }: Shown, values: readonly unknown[]): readonly unknown[] {
  return references.map(({ text }, index) => (text.includes(String(values[index])) ? values[index] : text));
}

function yearsOfReferences({ references }: Shown): readonly unknown[] {
  return references.flatMap(({ text }) => /\((\d{4})\)\./.exec(text)?.[1] ?? []);
}
