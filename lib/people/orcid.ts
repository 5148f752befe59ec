/** ORCID iDs: 16 characters, the last a checksum (ISO 7064 MOD 11-2; https://support.orcid.org, "Structure of the ORCID Identifier"). */

/** The iD in groups of four out of what somebody typed (with or without the address), or null when it is none. */
export function readOrcid(text: string): string | null {
  const characters = text
    .trim()
    .replace(/^https?:\/\/(www\.)?orcid\.org\//i, "")
    .replace(/[-\s]/g, "")
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(characters)) return null;
  if (checkCharacter(characters.slice(0, 15)) !== characters.slice(15)) return null;
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4)).join("-");
}

function checkCharacter(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? "X" : String(result);
}

/** The page of an iD. */
export function orcidAddress(orcid: string): string {
  return `https://orcid.org/${orcid}`;
}
