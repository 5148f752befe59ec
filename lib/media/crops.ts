/**
 * The crops of a picture for search engines and link previews: three shapes, cut around the focal point, each of one size.
 * Google asks for article pictures in 16:9, 4:3 and 1:1 (Search Central, Article structured data) of at least 1200 pixels
 * (Get on Discover). Pure.
 */

/** In the order in which search engines are told of them. */
export const cropRatios = ["16x9", "4x3", "1x1"] as const;
export type CropRatio = (typeof cropRatios)[number];

/** Pixels. */
export type Size = { width: number; height: number };

export const cropSizes = {
  "16x9": { width: 1200, height: 675 },
  "4x3": { width: 1200, height: 900 },
  "1x1": { width: 1200, height: 1200 },
} as const satisfies Record<CropRatio, Size>;

/** What must stay in view, 0..1 from the left and the top. */
export type FocalPoint = { focalX: number; focalY: number };

export const middle: FocalPoint = { focalX: 0.5, focalY: 0.5 };

/**
 * A crop's name, for example "16x9-50-40": its address is kept for ever, so another focal point is another name. Points
 * count in hundredths, which is what the desk sets; nobody sees less.
 */
export function cropName(ratio: CropRatio, { focalX, focalY }: FocalPoint): string {
  return `${ratio}-${String(hundredths(focalX))}-${String(hundredths(focalY))}`;
}

const namePattern = /^(16x9|4x3|1x1)-(?:0|[1-9]\d?|100)-(?:0|[1-9]\d?|100)$/;

/** True for what `cropName` makes: the check for a name that comes from an address. */
export function isCropName(name: string): boolean {
  return namePattern.test(name);
}

/** The shape of a crop, null for what is no crop's name. */
export function ratioOfCrop(name: string): CropRatio | null {
  return (namePattern.exec(name)?.[1] ?? null) as CropRatio | null;
}

/** The crops that a picture of this size can have: nothing is ever enlarged. */
export function possibleCrops({ width, height }: Size): CropRatio[] {
  return cropRatios.filter((ratio) => width >= cropSizes[ratio].width && height >= cropSizes[ratio].height);
}

/** The shapes that a picture has no crop of, since it is too small. @param crops MediaView.crops; null are still to be made */
export function missingCrops(crops: readonly string[] | null): CropRatio[] {
  if (crops === null) return [];
  const made = crops.map(ratioOfCrop);
  return cropRatios.filter((ratio) => !made.includes(ratio));
}

/** For example "1:1". */
export function ratioWords(ratio: CropRatio): string {
  return ratio.replace("x", ":");
}

/**
 * The part of a picture that a crop shows: the largest of its shape, with the focal point as near to its middle as the
 * picture's edges allow.
 * @param picture not smaller than the crop
 * @returns whole pixels inside the picture
 */
export function cropWindow(picture: Size, ratio: CropRatio, point: FocalPoint): Size & { left: number; top: number } {
  const crop = cropSizes[ratio];
  const scale = Math.min(picture.width / crop.width, picture.height / crop.height);
  const width = Math.round(crop.width * scale);
  const height = Math.round(crop.height * scale);
  return {
    width,
    height,
    left: placed(hundredths(point.focalX), picture.width, width),
    top: placed(hundredths(point.focalY), picture.height, height),
  };
}

/**
 * The smallest width at which a picture still yields all crops that it can have; null when it can have none.
 * @param picture pixels, upright
 */
export function cropSourceWidth(picture: Size): number | null {
  const needed = possibleCrops(picture).map((ratio) => {
    const crop = cropSizes[ratio];
    return Math.max(crop.width, Math.ceil((crop.height * picture.width) / picture.height));
  });
  return needed.length > 0 ? Math.max(...needed) : null;
}

function placed(focus: number, whole: number, part: number): number {
  const centred = Math.round((focus / 100) * whole - part / 2);
  return Math.min(Math.max(centred, 0), whole - part);
}

function hundredths(part: number): number {
  return Math.round(part * 100);
}
