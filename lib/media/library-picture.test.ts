import { expect, it } from "vitest";
import { toLibraryPicture } from "./library-picture";
import type { MediaItem } from "./types";

const item: MediaItem = {
  id: 1,
  key: "ab/abcd",
  width: 1920,
  height: 1080,
  widths: [320, 640, 960, 1280, 1920],
  placeholder: "",
  alt: "A lamp",
  credit: null,
  originalName: "lamp.jpg",
  bytes: 1,
  decorative: false,
  focalX: 0.5,
  focalY: 0.5,
  crops: [],
  folderId: null,
  createdAt: new Date("2026-05-04T10:00:00Z"),
};

it("points to files that exist, no larger than needed", () => {
  expect(toLibraryPicture(item)).toMatchObject({
    createdAt: "2026-05-04T10:00:00.000Z",
    thumbnail: "/media/ab/abcd/640.webp",
    preview: "/media/ab/abcd/1280.webp",
  });
  const small = { ...item, width: 200, widths: [200] };
  expect(toLibraryPicture(small)).toMatchObject({
    thumbnail: "/media/ab/abcd/200.webp",
    preview: "/media/ab/abcd/200.webp",
  });
});

it("survives JSON", () => {
  const picture = toLibraryPicture(item);
  expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
});
