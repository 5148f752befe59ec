import { expect, it } from "vitest";
import { changedFields } from "./changed-fields";

it("keeps what differs", () => {
  expect(changedFields({ name: "a", slug: "s", gone: 1 }, { name: "b", slug: "s", tags: [1] })).toEqual([
    { field: "name", before: "a", after: "b" },
    { field: "gone", before: "1", after: null },
    { field: "tags", before: null, after: "[\n  1\n]" },
  ]);
});

it("shows all of a state that came or went", () => {
  expect(changedFields(null, { name: "a" })).toEqual([{ field: "name", before: null, after: "a" }]);
  expect(changedFields(null, null)).toEqual([]);
});
