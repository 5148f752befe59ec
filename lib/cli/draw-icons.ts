/** Draws the site's icons under public/ from public/icon.svg, and the stand-in for cards. `npm run icons`, after the sign has changed. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { projectRoot } from "@/lib/project-root";
import { drawnIcons, vectorIcon, type IconFile } from "@/lib/seo/icons";
import { drawCard } from "@/lib/social-cards/draw-card";
import { standIn, standInFile } from "@/lib/social-cards/stand-in";

const publicFolder = path.join(projectRoot, "public");

/** One icon as PNG. */
export async function drawIcon({ size, share, ground }: IconFile): Promise<Buffer> {
  const sign = await readFile(path.join(publicFolder, vectorIcon.path));
  const inner = Math.round(size * share);
  const drawn = await sharp(sign, { density: 72 * 16 })
    .resize(inner, inner)
    .png()
    .toBuffer();
  const canvas = sharp({
    create: { width: size, height: size, channels: 4, background: ground ?? { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  const whole = canvas.composite([{ input: drawn }]);
  return whole.png({ compressionLevel: 9, palette: true, effort: 10 }).toBuffer();
}

/**
 * A PNG in the box of an .ico: six bytes of header, sixteen that describe the one picture, the picture
 * (learn.microsoft.com/previous-versions/ms997538, "Icons").
 */
export function icoOf(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // one picture
  header.writeUInt8(size % 256, 6);
  header.writeUInt8(size % 256, 7);
  header.writeUInt16LE(1, 10); // colour planes
  header.writeUInt16LE(32, 12); // bits a pixel
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}

/** A file under public/ as its icon should be. */
export async function iconFile(icon: IconFile): Promise<Buffer> {
  const png = await drawIcon(icon);
  return icon.path.endsWith(".ico") ? icoOf(png, icon.size) : png;
}

if (import.meta.main) {
  for (const icon of drawnIcons) {
    const file = path.join(publicFolder, icon.path);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await iconFile(icon));
  }
  await writeFile(path.join(publicFolder, standInFile), await drawCard(standIn));
}
