import { describe, expect, it } from "vitest";
import {
  cropName,
  cropRatios,
  cropSizes,
  cropSourceWidth,
  cropWindow,
  isCropName,
  missingCrops,
  possibleCrops,
  ratioOfCrop,
  ratioWords,
  type CropRatio,
  type FocalPoint,
  type Size,
} from "./crops";

/** Sizes of every kind: exact fits, wide, tall, and many by chance (the same in every run). */
function pictures(): Size[] {
  let state = 7;
  const next = (from: number, to: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return from + (state % (to - from + 1));
  };
  const known = ["1200x675", "1200x900", "1200x1200", "2134x1200", "16383x1201", "1200x16383", "1201x1199"];
  const sizes = known.map((text) => text.split("x").map(Number)).map(([width = 0, height = 0]) => ({ width, height }));
  for (let count = 0; count < 400; count += 1) sizes.push({ width: next(64, 6000), height: next(64, 6000) });
  return sizes;
}

const points = [0, 0.004, 0.31, 0.5, 0.69, 0.996, 1].flatMap((focalX) =>
  [0, 0.27, 0.5, 1].map((focalY) => ({ focalX, focalY })),
);

/** Every crop of every picture around every point. @returns those for which the check fails */
function eachWindow(check: (of: { picture: Size; ratio: CropRatio; point: FocalPoint }) => boolean): unknown[] {
  return pictures().flatMap((picture) =>
    possibleCrops(picture).flatMap((ratio) =>
      points.filter((point) => !check({ picture, ratio, point })).map((point) => ({ picture, ratio, point })),
    ),
  );
}

describe("cropWindow", () => {
  it("lies inside the picture in whole pixels, is never enlarged, and touches two opposite edges", () => {
    const wrong = eachWindow(({ picture, ratio, point }) => {
      const { left, top, width, height } = cropWindow(picture, ratio, point);
      const isInside = left >= 0 && top >= 0 && left + width <= picture.width && top + height <= picture.height;
      const isLarge = width >= cropSizes[ratio].width && height >= cropSizes[ratio].height;
      const isWhole = [left, top, width, height].every(Number.isInteger);
      return isInside && isLarge && isWhole && (width === picture.width || height === picture.height);
    });
    expect(wrong).toEqual([]);
  });

  it("has the crop's shape, but for half a pixel of rounding on either side", () => {
    const wrong = eachWindow(({ picture, ratio, point }) => {
      const { width, height } = cropWindow(picture, ratio, point);
      const crop = cropSizes[ratio];
      return Math.abs(width * crop.height - height * crop.width) <= crop.width;
    });
    expect(wrong).toEqual([]);
  });

  it("shows the focal point, in its middle where the edges allow", () => {
    const wrong = eachWindow(({ picture, ratio, point }) => {
      const { left, top, width, height } = cropWindow(picture, ratio, point);
      const x = (Math.round(point.focalX * 100) / 100) * picture.width - left;
      const y = (Math.round(point.focalY * 100) / 100) * picture.height - top;
      const isFree = left > 0 && left + width < picture.width;
      return x >= 0 && x <= width && y >= 0 && y <= height && (!isFree || Math.abs(x - width / 2) <= 0.5);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    [
      { focalX: 0, focalY: 0.5 },
      { left: 0, top: 0, width: 1600, height: 1600 },
    ],
    [
      { focalX: 0.5, focalY: 0.5 },
      { left: 800, top: 0, width: 1600, height: 1600 },
    ],
    [
      { focalX: 0.6, focalY: 0 },
      { left: 1120, top: 0, width: 1600, height: 1600 },
    ],
    [
      { focalX: 1, focalY: 1 },
      { left: 1600, top: 0, width: 1600, height: 1600 },
    ],
  ])("cuts a square around %j out of 3200 x 1600 pixels", (point, window) => {
    expect(cropWindow({ width: 3200, height: 1600 }, "1x1", point)).toEqual(window);
  });
});

describe("possibleCrops", () => {
  it.each([
    [{ width: 1200, height: 1200 }, ["16x9", "4x3", "1x1"]],
    [{ width: 1920, height: 1080 }, ["16x9", "4x3"]],
    [{ width: 1200, height: 899 }, ["16x9"]],
    [{ width: 1199, height: 4000 }, []],
    [{ width: 4000, height: 674 }, []],
  ])("of %j are %j", (size, ratios) => {
    expect(possibleCrops(size)).toEqual(ratios);
  });
});

describe("cropSourceWidth", () => {
  it("keeps every crop possible in a picture that is no larger", () => {
    for (const picture of pictures()) {
      const width = cropSourceWidth(picture);
      const possible = possibleCrops(picture);
      if (width === null) {
        expect(possible).toEqual([]);
        continue;
      }
      expect(width).toBeLessThanOrEqual(picture.width);
      const scaled = (to: number): Size => ({ width: to, height: Math.round((picture.height * to) / picture.width) });
      expect(possibleCrops(scaled(width))).toEqual(possible);
    }
    expect(cropSourceWidth({ width: 6000, height: 4000 })).toBe(1800);
    expect(cropSourceWidth({ width: 3000, height: 4000 })).toBe(1200);
  });
});

describe("names", () => {
  it("hold the focal point in hundredths", () => {
    expect(cropName("16x9", { focalX: 0.5, focalY: 0.404 })).toBe("16x9-50-40");
    expect(cropName("1x1", { focalX: 0, focalY: 1 })).toBe("1x1-0-100");
  });

  it("are known again", () => {
    for (const ratio of cropRatios) {
      for (const point of points) {
        const name = cropName(ratio, point);
        expect(isCropName(name)).toBe(true);
        expect(ratioOfCrop(name)).toBe(ratio);
      }
    }
    for (const name of [
      "",
      "16x9",
      "16x9-50",
      "16x9-050-40",
      "16x9-101-40",
      "2x1-50-40",
      "16x9-50-40-1",
      "16x9--1-4",
    ]) {
      expect(isCropName(name)).toBe(false);
      expect(ratioOfCrop(name)).toBeNull();
    }
  });
});

it("says which shapes are missing, and nothing while crops are still to be made", () => {
  expect(missingCrops(["16x9-50-50", "4x3-50-50"]).map(ratioWords)).toEqual(["1:1"]);
  expect(missingCrops([])).toEqual(["16x9", "4x3", "1x1"]);
  expect(missingCrops(null)).toEqual([]);
});
