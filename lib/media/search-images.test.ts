import { expect, it } from "vitest";
import { absoluteUrl } from "@/lib/urls";
import { searchImages } from "./search-images";

const media = { key: "ab/abcd", width: 1920, height: 1080 };

it("names the crops that exist, in the order that search engines are told, whatever the order of the row", () => {
  const crops = ["1x1-50-40", "16x9-50-40", "4x3-50-40"];
  expect(searchImages({ ...media, crops })).toEqual([
    { url: absoluteUrl("/media/ab/abcd/16x9-50-40.jpg"), width: 1200, height: 675 },
    { url: absoluteUrl("/media/ab/abcd/4x3-50-40.jpg"), width: 1200, height: 900 },
    { url: absoluteUrl("/media/ab/abcd/1x1-50-40.jpg"), width: 1200, height: 1200 },
  ]);
  expect(searchImages({ ...media, crops: ["16x9-0-100"] })).toHaveLength(1);
});

it.each([[[]], [null], [undefined]])("falls back to the largest JPEG with crops %j", (crops) => {
  expect(searchImages({ ...media, crops })).toEqual([
    { url: absoluteUrl("/media/ab/abcd/1920.jpg"), width: 1920, height: 1080 },
  ]);
});
