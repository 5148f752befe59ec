import { describe, expect, it } from "vitest";
import { cssPosition, focalWords, movedByKey, pointAt } from "./focal-point";

const middle = { x: 0.5, y: 0.5 };

describe("movedByKey", () => {
  it.each([
    ["ArrowLeft", false, { x: 0.49, y: 0.5 }],
    ["ArrowRight", true, { x: 0.6, y: 0.5 }],
    ["ArrowUp", true, { x: 0.5, y: 0.4 }],
    ["ArrowDown", false, { x: 0.5, y: 0.51 }],
    ["Tab", false, null],
    ["a", false, null],
  ])("%s, far %s", (key, far, expected) => {
    expect(movedByKey(middle, key, far)).toEqual(expected);
  });

  it("stays inside the picture and finds back to the middle", () => {
    expect(movedByKey({ x: 0.03, y: 1 }, "ArrowLeft", true)).toEqual({ x: 0, y: 1 });
    expect(movedByKey({ x: 0.03, y: 1 }, "ArrowDown", false)).toEqual({ x: 0.03, y: 1 });
    expect(movedByKey({ x: 0.03, y: 1 }, "Home", false)).toEqual(middle);
  });

  it("adds up without crumbs", () => {
    let point = { x: 0, y: 0 };
    for (let press = 0; press < 33; press += 1) point = movedByKey(point, "ArrowRight", false) ?? point;
    expect(point.x).toBe(0.33);
  });
});

describe("pointAt", () => {
  const box = { left: 100, top: 50, width: 200, height: 100 };

  it.each([
    [100, 50, { x: 0, y: 0 }],
    [200, 100, middle],
    [999, 0, { x: 1, y: 0 }],
  ])("%i, %i", (clientX, clientY, expected) => {
    expect(pointAt({ clientX, clientY }, box)).toEqual(expected);
  });

  it("takes the middle of a picture that has no size yet", () => {
    expect(pointAt({ clientX: 5, clientY: 5 }, { left: 0, top: 0, width: 0, height: 0 })).toEqual(middle);
  });
});

it("says it in CSS and in words", () => {
  expect(cssPosition({ x: 0.25, y: 1 })).toBe("25% 100%");
  expect(focalWords({ x: 0.25, y: 1 })).toBe("25% from the left, 100% from the top");
});
