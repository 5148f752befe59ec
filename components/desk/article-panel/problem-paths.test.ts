import { describe, expect, it } from "vitest";
import { countProblems, problemsOf } from "./problem-paths";

const problems = {
  "tagIds.1": ["is gone"],
  tagIds: ["are too many", "is gone"],
  slug: [],
  citations: ["x"],
  tagIdsOther: ["y"],
};

describe("problems of the panel's fields", () => {
  it("are found at the field and inside of it, each once", () => {
    expect(problemsOf(problems, "tagIds")).toEqual(["is gone", "are too many"]);
    expect(problemsOf(problems, "slug")).toEqual([]);
  });

  it("are counted by field", () => {
    expect(countProblems(problems, ["tagIds", "slug", "categoryId"])).toBe(1);
    expect(countProblems(problems, ["citations", "tagIds"])).toBe(2);
  });
});
