/** Numbered pages of a list. Numbers start at 1. */
import { AppError } from "./errors";

export type PageOf<Item> = { items: Item[]; page: number; pages: number; total: number };

/** Cards on a category, tag, author or search page. */
export const pageSize = 12;

/** Far more pages than any archive has; beyond it a number in an address is a mistake or an attack. */
const largestPage = 1_000_000;

/**
 * Reads a page number out of an address.
 * @returns a whole number from 1, or null for anything else ("0", "abc", "1.5", "007", "99999999999")
 */
export function parsePageNumber(text: string): number | null {
  if (!/^[1-9]\d{0,6}$/.test(text)) return null;
  const page = Number(text);
  return page <= largestPage ? page : null;
}

/** Rows to skip before page `page`. */
export function offsetOf(page: number, size = pageSize): number {
  return (page - 1) * size;
}

/**
 * Puts the rows of a page and the total together.
 * @throws AppError "not-found" for a page beyond the last; page 1 of an empty list is a page
 */
export function pageOf<Item>(items: Item[], page: number, total: number, size = pageSize): PageOf<Item> {
  const pages = Math.max(1, Math.ceil(total / size));
  if (page > pages) throw new AppError("not-found", "This list has no such page.");
  return { items, page, pages, total };
}
