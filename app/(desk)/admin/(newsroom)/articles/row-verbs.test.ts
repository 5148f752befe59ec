import { describe, expect, it } from "vitest";
import type { ArticleState } from "@/lib/articles/states";
import type { Role } from "@/lib/auth/roles";
import { rowVerbs } from "./row-verbs";

const moment = new Date("2026-11-24T10:00:00Z");

function user(role: Role, id = 1) {
  return { kind: "user", id, email: `${role}@example.org`, role } as const;
}

function article(
  state: ArticleState,
  given: { live?: boolean; trashedAt?: Date; publicFrom?: Date; by?: number } = {},
) {
  const { live = false, trashedAt = null, publicFrom = null, by = 2 } = given;
  return { state, live, trashedAt, publicFrom, publicUntil: null, createdBy: { id: by }, updatedAt: moment };
}

describe("rowVerbs", () => {
  it("offers an editor what the state allows", () => {
    expect(rowVerbs(user("editor"), article("in_review"), moment)).toEqual([
      "recall",
      "approve",
      "publish",
      "moveToTrash",
      "assign",
    ]);
    const live = article("published", { live: true, publicFrom: new Date("2026-01-01T00:00:00Z") });
    expect(rowVerbs(user("editor"), live, moment)).toEqual(["submit", "publish", "withdraw", "assign"]);
    const planned = article("scheduled", { publicFrom: new Date("2026-12-01T00:00:00Z") });
    expect(rowVerbs(user("editor"), planned, moment)).toContain("unschedule");
  });

  it("offers only restoring and deleting in the trash", () => {
    const trashed = article("draft", { trashedAt: moment });
    expect(rowVerbs(user("editor"), trashed, moment)).toEqual(["restoreFromTrash", "remove"]);
    expect(rowVerbs(user("author", 2), trashed, moment)).toEqual(["restoreFromTrash"]);
  });

  it("offers authors their own articles only, and reviewers reviews", () => {
    expect(rowVerbs(user("author", 2), article("draft"), moment)).toEqual(["submit", "moveToTrash"]);
    expect(rowVerbs(user("author", 3), article("draft"), moment)).toEqual([]);
    expect(rowVerbs(user("reviewer"), article("in_review"), moment)).toEqual(["approve"]);
    expect(rowVerbs(user("reviewer"), article("draft"), moment)).toEqual([]);
  });
});
