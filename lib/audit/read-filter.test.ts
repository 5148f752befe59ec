import { expect, it } from "vitest";
import { readAuditFilter } from "./read-filter";

const read = (query: string) => {
  const parameters = new URLSearchParams(query);
  return readAuditFilter((name) => parameters.get(name) ?? "");
};

it("reads what is asked for, and nothing of the rest", () => {
  expect(read("who=%20jo%20&action=tag.&from=2026-11-24&to=2026-02-31&other=1")).toEqual({
    who: "jo",
    action: "tag.",
    subjectType: null,
    subjectId: null,
    from: "2026-11-24",
    to: null,
  });
  expect(read(`who=${"x".repeat(500)}`).who).toHaveLength(254);
  expect(read("from=yesterday").from).toBeNull();
});
