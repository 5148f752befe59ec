/** Draws a card: SVG without text elements, then a PNG. */
import sharp from "sharp";
import { paper as grounds } from "@/lib/site-colours";
import type { SocialCard } from "./card-address";
import { accentOf, mark } from "./card-colours";
import { writable } from "./lettering";
import { setHeadline, type SetLines } from "./typeset";
import { openTypefaces, type Typefaces } from "./typefaces";

const paper = grounds.light;

/** Pixels; the size that Open Graph readers agree on. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Networks cut cards to other shapes: what is read keeps away from the edges. */
const margin = 84;

/** Sizes of the headline in pixels, each with the most lines it may take: all fill about the same height. */
const steps = [
  [104, 2],
  [92, 3],
  [80, 4],
  [68, 4],
  [58, 5],
] as const;
const lineHeight = 1.1;
const kickerSize = 26;
const nameSize = 30;

/** @returns a PNG of 1200 x 630 pixels, about 40 KB. Takes about half a second, of which reading the fonts is one half. */
export async function drawCard(card: SocialCard): Promise<Buffer> {
  const svg = cardSvg(card, await openTypefaces());
  return sharp(Buffer.from(svg)).removeAlpha().png({ palette: true, quality: 95, effort: 7 }).toBuffer();
}

/** The drawing. Everything in it is a path: no text, no link, no words of the card as they are. */
export function cardSvg(card: SocialCard, faces: Typefaces): string {
  const siteName = writable(card.siteName, faces.name.has);
  const headline = writable(card.headline, faces.headline.has) || writable(card.siteName, faces.headline.has);
  const kicker = card.kicker === null ? "" : writable(card.kicker.toUpperCase(), faces.kicker.has);
  const isNameOnly = headline === siteName;
  const { width, height } = cardSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">`,
    ground(accentOf(card.category)),
    kicker && `<g fill="${mark.lens}">${faces.kicker.paths(kicker, kickerSize, margin + 1, margin + 20)}</g>`,
    headline && `<g fill="${paper}">${headlinePaths(headline, kicker !== "", faces)}</g>`,
    signature(isNameOnly ? "" : siteName, faces),
    "</svg>",
  ].join("");
}

/** The category's colour, and the mark's two circles as two people who listen to each other, far larger than the card. */
function ground(accent: string): string {
  const { width, height } = cardSize;
  const circle = (x: number, fill: string, opacity: number): string =>
    `<circle cx="${String(x)}" cy="470" r="330" fill="${fill}" fill-opacity="${String(opacity)}"/>`;
  return [
    `<rect width="${String(width)}" height="${String(height)}" fill="${accent}"/>`,
    circle(835, "#000000", 0.13),
    circle(1140, paper, 0.1),
    // Where the circles of 330 pixels, 305 apart, overlap.
    `<path d="M987.5 177.3a330 330 0 0 1 0 585.4a330 330 0 0 1 0-585.4Z" fill="${mark.lens}" fill-opacity="0.13"/>`,
  ].join("");
}

function headlinePaths(headline: string, isBelowKicker: boolean, { headline: face }: Typefaces): string {
  const room = { width: cardSize.width - 2 * margin, steps };
  const set: SetLines = setHeadline(headline, room, face.width);
  // Between kicker and signature, a little above the middle.
  const top = isBelowKicker ? margin + 40 : margin - 10;
  const bottom = cardSize.height - margin - 70;
  const block = set.lines.length * set.size * lineHeight;
  const first = top + Math.max(0, bottom - top - block) * 0.42 + set.size * 0.82;
  return set.lines
    .map((line, index) => face.paths(line, set.size, margin - set.size * 0.03, first + index * set.size * lineHeight))
    .join("");
}

/** The mark on a disc of paper, so that it keeps its colours on every ground, and the site's name. */
function signature(siteName: string, { name }: Typefaces): string {
  const radius = 32;
  const [x, y] = [margin + radius, cardSize.height - margin + 8];
  const scale = 1.12;
  return [
    `<circle cx="${String(x)}" cy="${String(y)}" r="${String(radius)}" fill="${paper}"/>`,
    `<g transform="translate(${String(x - 20 * scale)} ${String(y - 20 * scale)}) scale(${String(scale)})">`,
    `<circle cx="14" cy="20" r="13" fill="${mark.left}"/><circle cx="26" cy="20" r="13" fill="${mark.right}"/>`,
    `<path d="M20 8.47a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z" fill="${mark.lens}"/></g>`,
    siteName && `<g fill="${paper}">${name.paths(siteName, nameSize, x + radius + 20, y + nameSize * 0.36)}</g>`,
  ].join("");
}
