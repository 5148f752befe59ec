/**
 * Where the words that were searched for stand in a text. Postgres can say so itself (`ts_headline`), and takes longer for a
 * page of results than for finding them: it stems every word of every text. Here only words that begin like one that is
 * wanted are stemmed, by the algorithm that Postgres has for English (snowballstem.org, "english").
 */
import stem from "wink-porter2-stemmer";
import { folded } from "./query-text";
import { beginningsOf, wordsIn } from "./words";

export type SnippetPart = { text: string; match: boolean };

/** Fragments of a snippet at most, and how long each of them may be, in characters. */
const fragmentCount = 2;
const fragmentLength = 150;
/** Hits further apart than this are not shown in one fragment. */
const hitSpan = 120;
/** Of a fragment's characters, those that may stand before its first hit. */
const leadLength = 50;
/** Hits that are looked at from each hit on, and how many of them make a place better. */
const hitsAhead = 12;
const hitsCounted = 5;

type Hit = { start: number; end: number; lexeme: string };
type Place = { start: number; end: number };

/** The stems in a tsquery as text (`querytree()` leaves out what is excluded): `'social' & 'anxieti'`. */
export function lexemesIn(queryTree: string): Set<string> {
  const quoted = queryTree.match(/'(?:[^']|'')*'/g) ?? [];
  return new Set(quoted.map((lexeme) => lexeme.slice(1, -1).replaceAll("''", "'")));
}

/**
 * @param lexemes stems of the words that were searched for, in lower case and without accents
 * @returns shows where they stand in a text: the places that say most of them, in the text's order, joined by dots; nothing
 * when it has none of them
 */
export function snippetsFor(lexemes: ReadonlySet<string>): (text: string) => SnippetPart[] {
  if (lexemes.size === 0) return () => [];
  const mayBegin = beginningsOf(lexemes);
  return (text) => {
    const hits: Hit[] = [];
    for (const { start, end } of wordsIn(text, mayBegin)) {
      const lexeme = stemOf(text.slice(start, end));
      if (lexemes.has(lexeme)) hits.push({ start, end, lexeme });
    }
    return placesIn(text, hits).flatMap((place, index) => [
      ...(index > 0 ? [{ text: " … ", match: false }] : []),
      ...partsOf(text, hits, place),
    ]);
  };
}

/** Texts have few different words, and one is stemmed in the time in which a hundred are looked up. */
const stems = new Map<string, string>();
const stemsKept = 20_000;
/** Characters. Of a longer piece V8 makes no copy, and the whole text would be kept with it (SlicedString). */
const longestKept = 12;

function stemOf(word: string): string {
  if (word.length > longestKept) return stem(folded(word));
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= stemsKept) stems.clear();
  const found = stem(folded(word));
  stems.set(word, found);
  return found;
}

function placesIn(text: string, hits: readonly Hit[]): Place[] {
  const places: Place[] = [];
  const shown = new Set<string>();
  let left = hits;
  while (places.length < fragmentCount && left.length > 0) {
    const place = widened(text, bestOf(left, shown), places);
    places.push(place);
    for (const { lexeme } of left.filter((hit) => isIn(hit, place))) shown.add(lexeme);
    left = left.filter(({ start, end }) => end < place.start || start > place.end);
  }
  return places.sort((one, other) => one.start - other.start);
}

/** @param hits one at least @returns the earliest of the places that say the most words which were not shown yet, then the most, then those side by side. */
function bestOf(hits: readonly Hit[], shown: ReadonlySet<string>): Place {
  let best: Place = { start: 0, end: 0 };
  let highest = -1;
  for (const [index, first] of hits.entries()) {
    const near = [first, ...hits.slice(index + 1, index + hitsAhead).filter(({ end }) => end - first.start <= hitSpan)];
    const words = new Set(near.map(({ lexeme }) => lexeme));
    const fresh = [...words].filter((lexeme) => !shown.has(lexeme));
    const score =
      fresh.length * 1000 + words.size * 100 + Math.min(pairsIn(near), 9) * 10 + Math.min(near.length, hitsCounted);
    if (score > highest) [best, highest] = [{ start: first.start, end: near.at(-1)?.end ?? first.end }, score];
  }
  return best;
}

/** Different words side by side: a phrase. */
function pairsIn(hits: readonly Hit[]): number {
  return hits.filter(({ start, lexeme }, index) => {
    const before = hits[index - 1];
    return before !== undefined && before.lexeme !== lexeme && start - before.end <= 2;
  }).length;
}

function isIn(hit: Place, place: Place): boolean {
  return hit.start >= place.start && hit.end <= place.end;
}

/** The place with the words around it, up to what is shown already. */
function widened(text: string, place: Place, taken: readonly Place[]): Place {
  const floor = Math.max(0, ...taken.filter(({ end }) => end <= place.start).map(({ end }) => end));
  const ceiling = Math.min(text.length, ...taken.filter(({ start }) => start >= place.end).map(({ start }) => start));
  const start = startBefore(text, place.start, Math.max(floor, place.start - leadLength));
  const end = endAfter(text, place.end, Math.min(ceiling, Math.max(start + fragmentLength, place.end)));
  return { start, end };
}

/** Where the sentence begins when that is near, else a word. */
function startBefore(text: string, from: number, floor: number): number {
  if (floor === 0) return 0;
  const before = text.slice(floor, from);
  const sentence = /[.!?…:]["”’)\]]*\s+(?=[^.!?…:]*$)|\n+(?=[^\n]*$)/.exec(before);
  if (sentence) return floor + sentence.index + sentence[0].length;
  const word = /\s+/.exec(before);
  return word ? floor + word.index + word[0].length : from;
}

/** The last word that ends before `ceiling`. */
function endAfter(text: string, from: number, ceiling: number): number {
  if (ceiling === text.length) return ceiling;
  const after = text.slice(from, ceiling);
  const word = /\s+\S*$/.exec(after);
  return word ? from + word.index : from;
}

/** What stands at a place, with every hit in it marked; white space becomes single spaces. */
function partsOf(text: string, hits: readonly Hit[], place: Place): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (piece: string, match: boolean): void => {
    const words = piece.replace(/\s+/g, " ");
    if (words !== "") parts.push({ text: words, match });
  };
  let at = place.start;
  for (const hit of hits.filter((one) => isIn(one, place))) {
    add(text.slice(at, hit.start), false);
    add(text.slice(hit.start, hit.end), true);
    at = hit.end;
  }
  add(text.slice(at, place.end), false);
  return parts;
}
