/** Sets a headline in as few, as even lines as look well. Pure: how wide words are is asked of the caller. */

export type Measure = (text: string, size: number) => number;

export type SetLines = { lines: string[]; /** Pixels. */ size: number };

type Room = {
  /** Pixels. */
  width: number;
  /** Sizes to try, largest first, each with the lines it may take. */
  steps: readonly (readonly [size: number, lines: number])[];
};

const ellipsis = "…";

/**
 * The largest size at which the text fits; at the smallest it is cut at a word, with an ellipsis. Lines are evened out: a
 * single short word at the end looks like a mistake.
 * @param text not empty
 */
export function setHeadline(text: string, room: Room, measure: Measure): SetLines {
  for (const [size, most] of room.steps) {
    const lines = wrap(text, room.width, size, measure);
    // A word that had to be broken asks for a smaller size.
    if (lines.length <= most && lines.join(" ") === text) return { lines: even(text, lines, size, measure), size };
  }
  const [size = 16, most = 1] = room.steps.at(-1) ?? [];
  const fits = (line: string): boolean => measure(line, size) <= room.width;
  return { lines: cutTo(most, wrap(text, room.width, size, measure), fits), size };
}

/** Fills line after line. A word that is wider than a line is broken wherever the line ends. */
function wrap(text: string, width: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((whole) => pieces(whole, width, size, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function pieces(word: string, width: number, size: number, measure: Measure): string[] {
  if (measure(word, size) <= width) return [word];
  const found: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && measure(piece + letter, size) > width) {
      found.push(piece);
      piece = letter;
    } else piece += letter;
  }
  return [...found, piece];
}

/** The narrowest lines that are no more than they were. */
function even(text: string, lines: string[], size: number, measure: Measure): string[] {
  if (lines.length < 2) return lines;
  let narrow = Math.max(...text.split(" ").map((word) => measure(word, size)));
  let wide = Math.max(...lines.map((line) => measure(line, size)));
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (wrap(text, middle, size, measure).length <= lines.length) wide = middle;
    else narrow = middle;
  }
  return wrap(text, wide, size, measure);
}

function cutTo(most: number, lines: string[], fits: (line: string) => boolean): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept.pop() ?? "";
  while (last.includes(" ") && !fits(last + ellipsis)) last = last.slice(0, last.lastIndexOf(" "));
  while (last.length > 1 && !fits(last + ellipsis)) last = Array.from(last).slice(0, -1).join("");
  return [...kept, `${last.replace(/[\s,.;:!?–—-]+$/u, "")}${ellipsis}`];
}
