/** What stands in the address of a screen. */
import { notFound } from "next/navigation";
import { parsePageNumber } from "@/lib/pagination";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The parameters of an address, each once; of several of one name the first counts. */
export async function readAddress(searchParams: SearchParams): Promise<(name: string) => string> {
  const given = await searchParams;
  return (name) => {
    const value = given[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
}

/** An id or a page number in an address; what is none is an address where nothing is. */
export function numberOrNotFound(text: string): number {
  return parsePageNumber(text) ?? notFound();
}
