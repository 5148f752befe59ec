/** What an address of the list of articles asks for, and the filter it means. Pure. */
import { addDays, dayOf, startOfDay } from "@/lib/site-days";
import type { ArticleFilter, ArticleSort } from "./list-schema";
import { articleStates, type ArticleState } from "./states";

const listSorts = ["updated", "created", "published", "headline"] as const satisfies readonly ArticleSort[];

/** Everything the list can be asked for. Days are of the site's time zone ("2026-11-24"), both included. */
export type ListAddress = {
  state?: ArticleState;
  category?: number;
  tag?: number;
  /** People, as readers see them. */
  author?: number;
  reviewer?: number;
  /** The account that looks after it. */
  assigned?: number;
  from?: string;
  to?: string;
  q?: string;
  mine?: true;
  trash?: true;
  sort?: ArticleSort;
  /** Where the page starts; left out, at the beginning. */
  cursor?: string;
  /** Where the pages before it start, so that there is a way back; "" is the beginning. */
  trail?: string[];
};

/** Stands between the cursors of a trail; no cursor has it. */
const separator = "~";
/** Characters that the way back may take: an address stays far below the 16 KB that Node takes of a request's head. */
const longestTrail = 4000;
/** As the list's schema has it. */
const longestCursor = 2000;

type Reader = (text: string) => ListAddress;

const readers: Record<keyof ListAddress, Reader> = {
  state: (text) =>
    wrap(
      "state",
      articleStates.find((state) => state === text),
    ),
  category: (text) => wrap("category", readId(text)),
  tag: (text) => wrap("tag", readId(text)),
  author: (text) => wrap("author", readId(text)),
  reviewer: (text) => wrap("reviewer", readId(text)),
  assigned: (text) => wrap("assigned", readId(text)),
  from: (text) => wrap("from", readDay(text)),
  to: (text) => wrap("to", readDay(text)),
  q: (text) => wrap("q", text.trim().slice(0, 200) || undefined),
  mine: (text) => wrap("mine", text === "1" || undefined),
  trash: (text) => wrap("trash", text === "1" || undefined),
  sort: (text) =>
    wrap(
      "sort",
      listSorts.find((sort) => sort === text),
    ),
  cursor: (text) => wrap("cursor", text.length <= longestCursor ? text : undefined),
  trail: (text) => ({ trail: shortened(text.split(separator)) }),
};

/** Reads the parameters of an address. What makes no sense asks for nothing. */
export function readListAddress(parameters: URLSearchParams): ListAddress {
  const address: ListAddress = {};
  for (const [name, read] of Object.entries(readers)) {
    const text = parameters.get(name);
    // A trail of one empty cursor is the step from the beginning.
    if (text !== null && (text !== "" || name === "trail")) Object.assign(address, read(text));
  }
  return address.cursor === undefined ? withoutPlace(address) : address;
}

/** The parameters of an address; what is not asked for is left out. */
export function listParameters(address: ListAddress): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(readers) as (keyof ListAddress)[]) {
    const value = address[name];
    if (value === undefined) continue;
    parameters.set(name, Array.isArray(value) ? value.join(separator) : value === true ? "1" : String(value));
  }
  return parameters;
}

/** The same list from its beginning: whatever changes the list starts there. */
export function withoutPlace({ cursor: _cursor, trail: _trail, ...address }: ListAddress): ListAddress {
  return address;
}

/** The page after the one of `address`, which starts at `cursor`. */
export function nextPage(address: ListAddress, cursor: string): ListAddress {
  return { ...address, cursor, trail: shortened([...(address.trail ?? []), address.cursor ?? ""]) };
}

/** The page before; null on the first. When the trail is lost, it is the first. */
export function previousPage(address: ListAddress): ListAddress | null {
  if (address.cursor === undefined) return null;
  const cursor = address.trail?.at(-1);
  if (!cursor) return withoutPlace(address);
  return { ...address, cursor, trail: (address.trail ?? []).slice(0, -1) };
}

/** What an address asks the database for. @param zone of the site, an IANA name */
export function filterOf(address: ListAddress, zone: string): Partial<ArticleFilter> {
  const { category, tag, author, reviewer, assigned, from, to, cursor: _cursor, trail: _trail, ...same } = address;
  return {
    ...same,
    ...(category !== undefined && { categoryId: category }),
    ...(tag !== undefined && { tagId: tag }),
    ...(author !== undefined && { authorId: author }),
    ...(reviewer !== undefined && { reviewerId: reviewer }),
    ...(assigned !== undefined && { assignedTo: assigned }),
    ...wrap("from", from === undefined ? undefined : (startOfDay(from, zone) ?? undefined)),
    ...wrap("to", to === undefined ? undefined : (startOfDay(addDays(to, 1), zone) ?? undefined)),
  };
}

/** The address of a filter that was kept; the way back of `filterOf`. */
export function addressOf(filter: Partial<ArticleFilter>, zone: string): ListAddress {
  const { state, categoryId, tagId, authorId, reviewerId, assignedTo, from, to, q, sort } = filter;
  return {
    ...wrap("state", state),
    ...wrap("category", categoryId),
    ...wrap("tag", tagId),
    ...wrap("author", authorId),
    ...wrap("reviewer", reviewerId),
    ...wrap("assigned", assignedTo),
    ...wrap("from", from && dayOf(from, zone)),
    ...wrap("to", to && addDays(dayOf(to, zone), -1)),
    ...wrap("q", q === "" ? undefined : q),
    ...(filter.mine && { mine: true }),
    ...(filter.trash && { trash: true }),
    ...wrap("sort", sort === "updated" ? undefined : sort),
  };
}

/** Without its oldest steps, where there are too many. */
function shortened(trail: string[]): string[] {
  let left = longestTrail;
  const firstKept = trail.findLastIndex((cursor) => (left -= cursor.length + 1) < 0) + 1;
  return trail.slice(firstKept);
}

function wrap<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };
}

function readId(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function readDay(text: string): string | undefined {
  return startOfDay(text, "UTC") ? text : undefined;
}
