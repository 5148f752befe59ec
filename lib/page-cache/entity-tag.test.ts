import { expect, it } from "vitest";
import { entityTag, timeInTag } from "./entity-tag";

it("is another for other bytes, and the same for the same", () => {
  const tags = ["one", "two", "One", "one "].map((text) => entityTag(Buffer.from(text)));
  expect(new Set(tags).size).toBe(4);
  expect(entityTag(Buffer.from("one"))).toBe(tags[0]);
});

it("holds a time before 2038 and the length, as nginx writes them", () => {
  for (let size = 0; size < 300; size += 1) {
    const tag = entityTag(Buffer.alloc(size));
    expect(tag).toMatch(/^"[0-9a-f]{1,8}-[0-9a-f]+"$/);
    expect(tag.endsWith(`-${size.toString(16)}"`)).toBe(true);
    expect(timeInTag(tag)).toBeGreaterThanOrEqual(0);
    expect(timeInTag(tag)).toBeLessThan(2 ** 31);
  }
});
