/**
 * Takes the spaces out of a typeface's kerning. Newsreader draws a space closer to full stops and capitals, by a quarter of it on
 * each side; on a screen of few dots nothing of it is left between two sentences. The format: OpenType, table GPOS.
 */
import { create, type Font } from "fontkit";

const pairAdjustment = 2;
const extension = 9;

/** @param sfnt an unpacked font (TrueType), of which a copy is changed */
export function withoutSpaceKerning(sfnt: Buffer): Buffer {
  const data = Buffer.from(sfnt);
  const font = create(sfnt) as Font;
  const spaces = new Set([0x20, 0xa0].map((point) => font.glyphForCodePoint(point).id));
  const gpos = tableAt(data, "GPOS");
  if (gpos === null) return data;
  const lookups = gpos + data.readUInt16BE(gpos + 8);
  for (const lookup of offsetsAt(data, lookups, lookups)) {
    for (const subtable of offsetsAt(data, lookup + 4, lookup)) {
      const extended = data.readUInt16BE(lookup) === extension;
      const type = data.readUInt16BE(extended ? subtable + 2 : lookup);
      if (type === pairAdjustment)
        forgetSpaces(data, extended ? subtable + data.readUInt32BE(subtable + 4) : subtable, spaces);
    }
  }
  return data;
}

function forgetSpaces(data: Buffer, at: number, spaces: ReadonlySet<number>): void {
  const covered = glyphsAt(data, at + data.readUInt16BE(at + 2));
  const value = 2 * (bits(data.readUInt16BE(at + 4)) + bits(data.readUInt16BE(at + 6)));
  if (data.readUInt16BE(at) === 1) {
    for (const [index, set] of offsetsAt(data, at + 8, at).entries()) {
      for (let pair = 0; pair < data.readUInt16BE(set); pair += 1) {
        const record = set + 2 + pair * (2 + value);
        const second = data.readUInt16BE(record);
        if (spaces.has(second) || spaces.has(covered[index] ?? -1)) data.fill(0, record + 2, record + 2 + value);
      }
    }
    return;
  }
  const [firstClasses, secondClasses] = [8, 10].map((field) => classesAt(data, at + data.readUInt16BE(at + field)));
  const [rows, columns] = [data.readUInt16BE(at + 12), data.readUInt16BE(at + 14)];
  const spaceRows = classesOf(spaces, (glyph) => (covered.includes(glyph) ? (firstClasses?.get(glyph) ?? 0) : null));
  const spaceColumns = classesOf(spaces, (glyph) => secondClasses?.get(glyph) ?? null);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = at + 16 + (row * columns + column) * value;
      if (spaceRows.has(row) || spaceColumns.has(column)) data.fill(0, cell, cell + value);
    }
  }
}

function classesOf(glyphs: ReadonlySet<number>, classOf: (glyph: number) => number | null): Set<number | null> {
  const classes = new Set([...glyphs].map(classOf));
  classes.delete(null);
  return classes;
}

/** Where a table begins; null when the font has none of that name. */
function tableAt(data: Buffer, name: string): number | null {
  for (let index = 0; index < data.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (data.toString("latin1", entry, entry + 4) === name) return data.readUInt32BE(entry + 8);
  }
  return null;
}

/** A count and so many offsets. @param base what they are counted from */
function offsetsAt(data: Buffer, at: number, base: number): number[] {
  return numbersAt(data, at).map((offset) => base + offset);
}

function numbersAt(data: Buffer, at: number): number[] {
  return Array.from({ length: data.readUInt16BE(at) }, (_, index) => data.readUInt16BE(at + 2 + index * 2));
}

/** A coverage table: its glyphs in order. */
function glyphsAt(data: Buffer, at: number): number[] {
  if (data.readUInt16BE(at) === 1) return numbersAt(data, at + 2);
  return rangesAt(data, at + 2).flatMap(({ first, last }) => span(first, last));
}

/** A table of classes: the class of each glyph that has one. */
function classesAt(data: Buffer, at: number): Map<number, number> {
  if (data.readUInt16BE(at) === 1) {
    const first = data.readUInt16BE(at + 2);
    return new Map(numbersAt(data, at + 4).map((value, index) => [first + index, value]));
  }
  return new Map(
    rangesAt(data, at + 2).flatMap(({ first, last, value }) => span(first, last).map((id) => [id, value])),
  );
}

function rangesAt(data: Buffer, at: number): { first: number; last: number; value: number }[] {
  return Array.from({ length: data.readUInt16BE(at) }, (_, index) => {
    const entry = at + 2 + index * 6;
    return {
      first: data.readUInt16BE(entry),
      last: data.readUInt16BE(entry + 2),
      value: data.readUInt16BE(entry + 4),
    };
  });
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function bits(format: number): number {
  return format.toString(2).replaceAll("0", "").length;
}
