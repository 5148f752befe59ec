import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import { decideDescribing, deletionRefusal, describeUse, isBeforeReaders } from "./policy";
import type { MediaUse } from "./types";

const article = { articleId: 1, headline: "Sleep" };
const publication = { ...article, kind: "publication", place: "cover", path: "/news/sleep" } as const;
const uses = {
  workingCopy: { ...article, kind: "working-copy", place: "body" },
  live: { ...publication, when: "live" },
  scheduled: { ...publication, when: "scheduled" },
  ended: { ...publication, when: "ended" },
  earlier: { ...article, kind: "earlier-versions", versions: 3 },
  homeSlot: { ...article, kind: "home-slot", slot: "lead" },
  page: { kind: "page", pageId: 1, title: "About us" },
  portrait: { kind: "portrait", personId: 2, name: "Ann" },
  shown: { kind: "advertisement", advertisementId: 7, name: "Spring", slot: "article-side", enabled: true },
  switchedOff: { kind: "advertisement", advertisementId: 7, name: "Spring", slot: "article-side", enabled: false },
} satisfies Record<string, MediaUse>;
const user = (role: Role): Actor => ({ kind: "user", id: 1, email: "a@example.org", role });

describe("isBeforeReaders", () => {
  it.each([
    ["workingCopy", false],
    ["live", true],
    ["scheduled", true],
    ["ended", false],
    ["earlier", false],
    ["homeSlot", true],
    ["page", true],
    ["portrait", true],
    ["shown", true],
    ["switchedOff", false],
  ] as const)("%s: %s", (name, expected) => {
    expect(isBeforeReaders([uses[name]])).toBe(expected);
  });
});

describe("decideDescribing", () => {
  it.each([
    ["contributor", [], true],
    ["contributor", [uses.workingCopy, uses.ended], true],
    ["author", [uses.workingCopy, uses.live], false],
    ["editor", [uses.live], true],
    ["administrator", [uses.live], true],
    ["reviewer", [], false],
    ["moderator", [], false],
  ] as [Role, MediaUse[], boolean][])("%s", (role, given, allowed) => {
    expect(decideDescribing(user(role), given).allowed).toBe(allowed);
  });
});

describe("deletionRefusal", () => {
  it("is silent about what nothing uses", () => {
    expect(deletionRefusal([])).toBeNull();
  });

  it("names every place, and counts what would be too long", () => {
    expect(deletionRefusal([uses.live, uses.page])).toBe(
      "This picture is used: cover of “Sleep” (live); the page “About us”. Replace it there first, or replace the picture itself.",
    );
    expect(deletionRefusal(Array.from({ length: 9 }, () => uses.portrait))).toMatch(/the portrait of Ann; 4 more\./);
  });

  it("has words for every kind", () => {
    expect(Object.values(uses).map(describeUse)).toEqual([
      "body of the working copy of “Sleep”",
      "cover of “Sleep” (live)",
      "cover of “Sleep” (scheduled)",
      "cover of “Sleep” (no longer public)",
      "3 earlier versions of “Sleep”",
      "the place “lead” of the home page, as cover of “Sleep”",
      "the page “About us”",
      "the portrait of Ann",
      "the advertisement “Spring” (article-side)",
      "the advertisement “Spring” (article-side)",
    ]);
  });
});
