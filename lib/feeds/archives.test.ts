import { describe, expect, it } from "vitest";
import { archiveSize, feedDocument } from "./archives";

const documentsOf = (places: number) => {
  const current = feedDocument(places, null)!;
  const archives = Array.from({ length: current.archives }, (_, index) => feedDocument(places, index + 1)!);
  return { current, archives };
};

describe("feedDocument", () => {
  it("puts every place into exactly one document", () => {
    for (let places = 0; places < 8 * archiveSize; places += 1) {
      const { current, archives } = documentsOf(places);
      const covered = [...archives, current].flatMap(({ offset, places: count }) =>
        Array.from({ length: count }, (_, index) => offset + index),
      );
      expect(covered).toEqual(Array.from({ length: places }, (_, index) => index));
    }
  });

  it("never gives a new subscriber fewer than an archive holds, while there are as many", () => {
    for (let places = archiveSize; places < 8 * archiveSize; places += 1) {
      const { current } = documentsOf(places);
      expect(current.places).toBeGreaterThanOrEqual(archiveSize);
      expect(current.places).toBeLessThan(2 * archiveSize);
    }
  });

  it("never moves a place that is in an archive", () => {
    for (let places = 0; places < 8 * archiveSize; places += 1) {
      const { archives } = documentsOf(places);
      for (const archive of archives) {
        expect(feedDocument(places + 1, archive.archive)).toMatchObject({
          offset: archive.offset,
          places: archiveSize,
        });
      }
    }
  });

  it("has no archive beyond the last", () => {
    expect(feedDocument(2 * archiveSize - 1, 1)).toBeNull();
    expect(feedDocument(2 * archiveSize, 1)).not.toBeNull();
    expect(feedDocument(2 * archiveSize, 2)).toBeNull();
  });
});
