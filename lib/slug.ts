/** The last part of an address: lower-case ASCII words joined by single hyphens. */
import { z } from "zod";

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Characters. */
export const longestSlug = 120;

export const slugSchema = z
  .string()
  .max(longestSlug, `has at most ${String(longestSlug)} characters`)
  .regex(slugPattern, "has only lower-case letters, digits and single hyphens");

/** Latin letters that are no base letter with a mark. */
const spelledOut: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d" };

/**
 * Makes a slug from words: "Café & ADHD" becomes "cafe-adhd". Letters outside Latin are left out.
 * @returns an empty string when nothing usable is left
 */
export function slugify(text: string): string {
  return text
    .replace(/[ßæœøłđð]/gi, (letter) => spelledOut[letter.toLowerCase()] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, "");
}
