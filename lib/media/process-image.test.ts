import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import type { Create, Metadata, Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { maxPixels, maxSide, maxUploadBytes } from "./limits";
import { processImage } from "./process-image";
import type { ImageVariant, ProcessedImage } from "./process-image";

const canvas = (width: number, height: number, background: Create["background"] = "#3366cc"): Sharp =>
  sharp({ create: { width, height, channels: typeof background === "string" ? 3 : 4, background } });

/** Left half red, right half blue. */
const redAndBlue = (width: number, height: number): Sharp =>
  canvas(width, height, "#ff0000").composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: "#0000ff" } },
      left: width / 2,
      top: 0,
    },
  ]);

function variantOf(image: ProcessedImage, width: number, format: string): ImageVariant {
  const variant = image.variants.find((candidate) => candidate.width === width && candidate.format === format);
  if (!variant) throw new Error(`No ${format} at ${String(width)}`);
  return variant;
}

async function pixelAt(body: Buffer, left: number, top: number): Promise<number[]> {
  const pixel = await sharp(body).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixel];
}

/** Within 5 of 255: lossy encoders shift flat colours a little. */
const near = (value: number): unknown => expect.closeTo(value, -1);

describe("variants", () => {
  it("come in three formats at every width up to the picture's own", async () => {
    const input = await canvas(800, 450).png().toBuffer();
    const image = await processImage(input);
    expect(image).toMatchObject({ width: 800, height: 450, widths: [320, 640, 800], originalBytes: input.length });
    expect(image.variants.map(({ width, height, format }) => `${String(width)}x${String(height)}.${format}`)).toEqual(
      ["320x180", "640x360", "800x450"].flatMap((size) => [`${size}.avif`, `${size}.webp`, `${size}.jpg`]),
    );
    expect(image.bytes).toBe(image.variants.reduce((sum, { body }) => sum + body.length, 0));
    expect(image.sha256).toBe(createHash("sha256").update(input).digest("hex"));
  });

  it("are what their names say", async () => {
    const image = await processImage(await canvas(320, 200).jpeg().toBuffer());
    const types = await Promise.all(image.variants.map(async ({ body }) => (await sharp(body).metadata()).mediaType));
    expect(types).toEqual(["image/avif", "image/webp", "image/jpeg"]);
  });

  it("stop at 1920 pixels", async () => {
    const image = await processImage(await canvas(2400, 1200).jpeg().toBuffer());
    expect(image).toMatchObject({ width: 1920, height: 960, widths: [320, 640, 960, 1280, 1920] });
  });

  it("of a small picture are its own size", async () => {
    const image = await processImage(await canvas(64, 64).png().toBuffer());
    expect(image).toMatchObject({ width: 64, height: 64, widths: [64] });
  });
});

describe("pixels", () => {
  it("stand upright, and the metadata that turned them is gone", async () => {
    const input = await redAndBlue(400, 200)
      .withExif({ IFD0: { Artist: "A. Person" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await sharp(input).metadata()).toMatchObject({ orientation: 6, width: 400 });
    const image = await processImage(input);
    expect(image).toMatchObject({ width: 200, height: 400, widths: [200] });
    for (const { body } of image.variants) {
      const metadata: Metadata = await sharp(body).metadata();
      expect([metadata.orientation, metadata.exif, metadata.icc, metadata.xmp]).toEqual(Array(4).fill(undefined));
      expect(await pixelAt(body, 100, 50)).toEqual([near(255), near(0), near(0)]);
      expect(await pixelAt(body, 100, 350)).toEqual([near(0), near(0), near(255)]);
    }
  });

  it("show white where a JPEG cannot be transparent, and stay transparent elsewhere", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const image = await processImage(await canvas(320, 200, clear).png().toBuffer());
    expect(await pixelAt(variantOf(image, 320, "jpg").body, 10, 10)).toEqual([255, 255, 255]);
    for (const format of ["avif", "webp"]) {
      expect((await pixelAt(variantOf(image, 320, format).body, 10, 10))[3]).toBe(0);
    }
  });

  it("lose an alpha channel that hides nothing", async () => {
    const image = await processImage(await canvas(320, 200, { r: 9, g: 99, b: 199, alpha: 1 }).png().toBuffer());
    expect((await sharp(variantOf(image, 320, "webp").body).metadata()).hasAlpha).toBe(false);
  });

  it("of an animation are its first frame", async () => {
    const frames = await Promise.all(["#ff0000", "#00ff00"].map((colour) => canvas(320, 200, colour).png().toBuffer()));
    const input = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(input).metadata()).pages).toBe(2);
    const image = await processImage(input);
    expect(image).toMatchObject({ width: 320, height: 200 });
    expect(await pixelAt(variantOf(image, 320, "jpg").body, 10, 10)).toEqual([near(255), near(0), near(0)]);
  });

  it.each([
    ["CMYK", () => canvas(320, 200, "#ff0000").toColourspace("cmyk").jpeg()],
    ["Display P3", () => canvas(320, 200, "#ff0000").withIccProfile("p3").png()],
    ["16 bit", () => canvas(320, 200, "#ff0000").toColourspace("rgb16").png()],
  ])("of %s are converted to 8-bit sRGB", async (_, make) => {
    const image = await processImage(await make().toBuffer());
    const { body } = variantOf(image, 320, "webp");
    expect(await sharp(body).metadata()).toMatchObject({ space: "srgb", depth: "uchar", channels: 3 });
    const [red = 0, green = 255, blue = 255] = await pixelAt(body, 10, 10);
    expect(red).toBeGreaterThan(220);
    expect(Math.max(green, blue)).toBeLessThan(50);
  });

  it.each([
    [
      "grey",
      () => canvas(320, 200, "#808080").greyscale().toColourspace("b-w").png(),
      [near(128), near(128), near(128)],
    ],
    [
      "grey with alpha",
      () => canvas(320, 200, { r: 128, g: 128, b: 128, alpha: 0.5 }).toColourspace("b-w").png(),
      [near(191), near(191), near(191)],
    ],
  ])("of a %s file come out grey", async (_, make, expected) => {
    const image = await processImage(await make().toBuffer());
    expect(await pixelAt(variantOf(image, 320, "jpg").body, 10, 10)).toEqual(expected);
  });
});

describe("the placeholder", () => {
  const decode = (uri: string): Buffer => Buffer.from(uri.replace(/^data:image\/webp;base64,/, ""), "base64");

  it("is small, even of noise", async () => {
    const noise = sharp({
      create: {
        width: 320,
        height: 320,
        channels: 3,
        background: "#000",
        noise: { type: "gaussian", mean: 128, sigma: 90 },
      },
    });
    const { placeholder } = await processImage(await noise.png().toBuffer());
    expect(placeholder.length).toBeLessThan(600);
    expect(await sharp(decode(placeholder)).metadata()).toMatchObject({ format: "webp", width: 16, height: 16 });
  });

  it("has the picture's colours", async () => {
    const { placeholder } = await processImage(await redAndBlue(640, 320).png().toBuffer());
    expect(await sharp(decode(placeholder)).metadata()).toMatchObject({ width: 16, height: 8 });
    const [red = 0] = await pixelAt(decode(placeholder), 1, 4);
    expect(red).toBeGreaterThan(200);
  });

  it("does not shine through a transparent picture", async () => {
    const half = canvas(320, 200, { r: 200, g: 0, b: 0, alpha: 0.5 });
    const { placeholder } = await processImage(await half.png().toBuffer());
    expect((await pixelAt(decode(placeholder), 8, 5))[3]).toBe(0);
  });
});

describe("refusals", () => {
  const refusal = async (input: Buffer): Promise<unknown> => processImage(input).catch((error: unknown) => error);
  const expectCode = async (input: Buffer, code: string, message: RegExp): Promise<void> => {
    expect(await refusal(input)).toMatchObject({
      name: "MediaError",
      code,
      message: expect.stringMatching(message) as string,
    });
  };

  it("a web page with a picture's name", async () => {
    await expectCode(Buffer.from("<!doctype html><script>alert(1)</script>"), "not-an-image", /not a picture/);
  });

  it("nothing at all", async () => {
    await expectCode(Buffer.alloc(0), "not-an-image", /not a picture/);
  });

  it("SVG", async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="9" height="9"/></svg>',
    );
    await expectCode(svg, "unsupported-format", /^SVG files cannot be used here/);
  });

  it("TIFF", async () => {
    await expectCode(await canvas(320, 200).tiff().toBuffer(), "unsupported-format", /^TIFF files/);
  });

  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("a truncated %s", async (format) => {
    const whole = await sharp({
      create: {
        width: 160,
        height: 100,
        channels: 3,
        background: "#000",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    })
      .toFormat(format)
      .toBuffer();
    await expectCode(whole.subarray(0, Math.floor(whole.length / 2)), "not-an-image", /damaged or incomplete/);
  });

  it("a signature with nothing behind it", async () => {
    await expectCode(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "not-an-image", /damaged or incomplete/);
  });

  it("a file that is too large, before reading it", async () => {
    await expectCode(Buffer.alloc(maxUploadBytes + 1), "too-large", /larger than 25 MB/);
  });

  it("a small file that claims enormous dimensions", async () => {
    const bomb = pngHeader(30_000, 30_000);
    expect(bomb.length).toBeLessThan(100);
    await expectCode(bomb, "too-many-pixels", /30000 × 30000 pixels, more than 50 megapixels/);
  });

  it("one pixel row more than the limit", async () => {
    expect(maxPixels % 10_000).toBe(0);
    await expectCode(pngHeader(10_000, maxPixels / 10_000 + 1), "too-many-pixels", /megapixels/);
  });

  it("a side that WebP cannot hold", async () => {
    await expectCode(pngHeader(100, maxSide + 1), "too-many-pixels", /100 × 16384 pixels; a side may be 16383 long/);
  });

  it("a tracking pixel", async () => {
    await expectCode(
      await canvas(400, 63).png().toBuffer(),
      "too-small",
      /400 × 63 pixels; each side needs at least 64/,
    );
  });
});

/** A PNG that declares its size and has no pixels. */
function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(0)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
