/** Pictures for tests. */
import sharp from "sharp";
import { uploadMedia } from "@/lib/media/commands/upload-media";
import type { UploadDetailsInput } from "@/lib/media/schema";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { testActor } from "./articles";

let counter = 0;

/** A real PNG, 64 pixels square unless a size is given, different every time. */
export function aPicture({ width = 64, height = 64 } = {}): Promise<Buffer> {
  counter += 1;
  const background = { r: counter % 256, g: Math.floor(counter / 256) % 256, b: 77 };
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Uploads a new picture, 64 pixels square unless a size is given. @returns its id */
export async function aMedia({
  size,
  ...given
}: Partial<UploadDetailsInput> & { size?: { width: number; height: number } } = {}): Promise<number> {
  const { id } = await uploadMedia(testActor, {
    originalName: "a.png",
    alt: "A picture",
    ...given,
    bytes: await aPicture(size),
  });
  return id;
}

/** A body that shows the pictures: the first by itself, the others in a gallery. */
export function picturesIn(...mediaIds: number[]): RichTextDocument {
  const images = mediaIds.map((mediaId) => ({
    type: "image" as const,
    attrs: { mediaId, alt: "What it shows", decorative: false, caption: null, credit: null },
  }));
  const [first, ...others] = images;
  return {
    type: "doc",
    content: [
      ...(first ? [first] : []),
      ...(others.length > 0 ? [{ type: "gallery" as const, attrs: { caption: null }, content: others }] : []),
    ],
  };
}
