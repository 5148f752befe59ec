import { expect, it } from "vitest";
import { mediaIds } from "./media-references";
import { doc, image, paragraph } from "./testing/shorthand";

it("finds pictures and those in galleries, each once", () => {
  const gallery = { type: "gallery" as const, attrs: { caption: null }, content: [image(3), image(7)] };
  expect(mediaIds(doc(image(7), paragraph("x"), gallery, image(2)))).toEqual([7, 3, 2]);
});
