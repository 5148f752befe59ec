import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { roles, type Role } from "@/lib/auth/roles";
import { availableTransitions, decideTransition, keepsApproval } from "./policy";
import { articleStates, restingState, stateAt, type ArticleFacts, type ArticleState } from "./states";
import { articleVerbs, type ArticleVerb } from "./transitions";

const moment = new Date("2026-06-01T12:00:00Z");
const before = new Date("2026-06-01T11:00:00Z");
const after = new Date("2026-06-01T13:00:00Z");
const user = (role: Role): Actor => ({ kind: "user", id: 1, email: `${role}@example.org`, role });
const article = (given: Partial<ArticleFacts> = {}): ArticleFacts => ({
  state: "draft",
  createdById: 99,
  approvedAt: null,
  trashedAt: null,
  publicFrom: null,
  publicUntil: null,
  live: false,
  othersCanApprove: true,
  ...given,
});
const live = { state: "published", publicFrom: before, live: true } as const;
const planned = { state: "scheduled", publicFrom: after } as const;
const decide = (role: Role, verb: ArticleVerb, given: Partial<ArticleFacts>) =>
  decideTransition(user(role), verb, article(given), moment);

/** States from which a role may; published and scheduled come with the publication that makes them true. */
const from = (role: Role, verb: ArticleVerb, createdById: number): ArticleState[] =>
  articleStates.filter((state) => {
    const truth = state === "published" ? live : state === "scheduled" ? planned : {};
    return decide(role, verb, { createdById, state, ...truth }).allowed;
  });

const all = [...articleStates];
const submittable: ArticleState[] = ["draft", "changes_requested", "scheduled", "published", "withdrawn"];
const notPublic: ArticleState[] = ["draft", "in_review", "changes_requested", "approved", "withdrawn"];

describe("the table of transitions", () => {
  it.each<[ArticleVerb, Role, ArticleState[], ArticleState[]]>([
    ["save", "editor", all, all],
    ["save", "author", [], all],
    ["save", "contributor", [], ["draft", "changes_requested"]],
    ["save", "reviewer", [], []],
    ["submit", "editor", submittable, submittable],
    ["submit", "contributor", [], submittable],
    ["recall", "contributor", [], ["in_review", "changes_requested", "approved"]],
    ["requestChanges", "reviewer", ["in_review", "approved"], []],
    ["approve", "reviewer", ["in_review"], []],
    ["approve", "administrator", ["in_review"], []],
    ["approve", "author", [], []],
    ["publish", "editor", ["draft", "in_review", "approved", "scheduled", "published", "withdrawn"], []],
    ["publish", "author", [], []],
    ["reschedule", "editor", ["scheduled"], ["scheduled"]],
    ["unschedule", "editor", ["scheduled"], ["scheduled"]],
    ["scheduleEnd", "editor", ["scheduled", "published"], ["scheduled", "published"]],
    ["withdraw", "editor", ["published"], ["published"]],
    ["moveToTrash", "editor", notPublic, notPublic],
    ["moveToTrash", "author", [], ["draft", "changes_requested"]],
    ["restoreFromTrash", "editor", [], []],
  ])("%s by %s", (verb, role, others, own) => {
    expect(from(role, verb, 99)).toEqual(others);
    expect(from(role, verb, 1)).toEqual(own);
  });

  it("gives a reason for every refusal, and only restores what is in the trash", () => {
    for (const role of roles)
      for (const state of articleStates)
        for (const createdById of [1, 99])
          for (const trashedAt of [null, before]) {
            const found = availableTransitions(user(role), article({ state, createdById, trashedAt }), moment);
            expect(found.map(({ verb }) => verb)).toEqual([...articleVerbs]);
            for (const one of found) {
              if (!one.allowed) expect(one.reason).not.toBe("");
              else if (trashedAt) expect(one.verb).toBe("restoreFromTrash");
            }
          }
  });

  it("tells a missing right from a state that does not fit", () => {
    expect(decide("contributor", "submit", {})).toMatchObject({ code: "forbidden" });
    expect(decide("contributor", "save", { state: "in_review", createdById: 1 })).toMatchObject({ code: "conflict" });
    expect(decide("editor", "approve", {})).toMatchObject({ code: "conflict" });
    expect(decide("editor", "approve", { state: "in_review", createdById: 1 })).toMatchObject({ code: "forbidden" });
  });
});

describe("four eyes", () => {
  it("gives way only where nobody else could approve; approving one's own stays impossible", () => {
    const own = { createdById: 1 };
    expect(decide("editor", "publish", { ...own, ...live }).allowed).toBe(false);
    expect(decide("editor", "publish", { ...own, state: "approved", approvedAt: before }).allowed).toBe(true);
    expect(decide("administrator", "publish", { ...own, othersCanApprove: false }).allowed).toBe(true);
    const alone = { ...own, state: "in_review", othersCanApprove: false } as const;
    expect(decide("administrator", "approve", alone).allowed).toBe(false);
    expect(keepsApproval(user("editor"), article(own))).toBe(false);
    expect(keepsApproval(user("editor"), article())).toBe(true);
  });
});

describe("time", () => {
  it("turns scheduled into published, and published into withdrawn", () => {
    const scheduled = article({ state: "scheduled", publicFrom: moment, publicUntil: after });
    expect([before, moment, after].map((at) => stateAt(scheduled, at))).toEqual([
      "scheduled",
      "published",
      "withdrawn",
    ]);
    expect(stateAt(article({ ...live, state: "in_review" }), moment)).toBe("in_review");
    expect(restingState(article({ publicFrom: after, live: true }), moment)).toBe("scheduled");
    expect(restingState(article({ publicFrom: before, publicUntil: moment }), moment)).toBe("withdrawn");
  });
});
