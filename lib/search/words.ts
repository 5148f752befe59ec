/**
 * The words of a long text, by their first letters. Looks at each sign once: an expression with Unicode classes, which says
 * the same in a line, takes ten times as long, and every search reads a dozen texts.
 */

/** Up to here (Latin with all its extensions) what is part of a word stands in a table. */
const tableEnd = 0x250;
const wordSign = /[\p{L}\p{N}\p{M}]/u;
const inTable = Uint8Array.from({ length: tableEnd }, (_, code) => Number(wordSign.test(String.fromCharCode(code))));

function isWordSign(code: number): boolean {
  return code < tableEnd ? inTable[code] === 1 : wordSign.test(String.fromCharCode(code));
}

/**
 * @param stems in lower case and without accents; stemming keeps a word's first letter
 * @returns whether a word that begins with a sign may have one of them; with an accent it may be any letter
 */
export function beginningsOf(stems: Iterable<string>): (code: number) => boolean {
  const codes = new Set([...stems].flatMap((one) => [one.charCodeAt(0), one.toUpperCase().charCodeAt(0)]));
  return (code) => (code >= 0xc0 && code < tableEnd) || codes.has(code);
}

/** @param mayBegin of the words that are wanted, by the code of their first sign */
export function wordsIn(text: string, mayBegin: (code: number) => boolean): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at);
    if (!isWordSign(first)) continue;
    const start = at;
    while (at < text.length && isWordSign(text.charCodeAt(at))) at += 1;
    if (mayBegin(first)) words.push({ start, end: at });
  }
  return words;
}
