/** Authors' names in APA style. */

/**
 * "Flückiger, C., Del Re, A. C., & Wampold, B. E.": family name and initials, "&" before the last, and of more than
 * twenty only the first nineteen and the last (Publication Manual of the APA, 7th edition, 9.8).
 */
export function formatAuthors(authors: readonly string[]): string {
  const names = authors.map(formatName);
  const last = names.at(-1);
  if (last === undefined || names.length === 1) return last ?? "";
  if (names.length > 20) return `${names.slice(0, 19).join(", ")}, … ${last}`;
  return names.slice(0, -1).join(", ") + lastSeparator(authors) + last;
}

/** Two organisations are joined without a comma. */
function lastSeparator(authors: readonly string[]): string {
  if (authors.at(-1) === "et al.") return ", ";
  return authors.length === 2 && authors.every(isOrganisation) ? " & " : ", & ";
}

/** The data has no field that tells a person from an organisation, and some organisations have a comma in their name. */
const organisationWords =
  /\b(?:university|school|college|institute|department|center|centre|association|organi[sz]ation|commission|committee|council|survey|service|ministry|office|society|foundation|academy|agency|board|group|network|hospital|clinic)s?\b/i;

function isOrganisation(author: string): boolean {
  return !author.includes(",") || organisationWords.test(author);
}

function formatName(author: string): string {
  const [family, given, ...suffix] = author.split(",").map((part) => part.trim());
  if (!family || !given || isOrganisation(author)) return author;
  return [family, initials(given), ...suffix].join(", ");
}

/** "Jean-Paul M." becomes "J.-P. M.". */
function initials(given: string): string {
  return given
    .split(/\s+/)
    .map((name) => name.split("-").map(initial).join("-"))
    .join(" ");
}

function initial(name: string): string {
  const [letter] = name;
  return letter ? `${letter.toLocaleUpperCase("en")}.` : "";
}
