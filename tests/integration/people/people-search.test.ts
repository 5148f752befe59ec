import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { createPerson } from "@/lib/people/commands";
import { listPeopleById } from "@/lib/people/people-search-queries";
import { anActor } from "@/tests/factories/actors";
import { aDesk, testActor } from "@/tests/factories/articles";

let reviewer: Actor;
let moderator: Actor;

beforeAll(async () => {
  reviewer = await anActor("reviewer");
  moderator = await anActor("moderator");
});

describe("listPeopleById", () => {
  it("names people and desks, and leaves out who is gone", async () => {
    const desk = await aDesk("therapy-desk");
    const person = await createPerson(testActor, { name: "Ada Berg", kind: "person", credentials: "PhD" });
    expect(await listPeopleById(reviewer, [desk, 999_999, person])).toEqual([
      { id: person, slug: "ada-berg", name: "Ada Berg", kind: "person", credentials: "PhD" },
      { id: desk, slug: "therapy-desk", name: "therapy desk", kind: "desk", credentials: null },
    ]);
    expect(await listPeopleById(reviewer, [])).toEqual([]);
  });

  it("is for those who read articles in the desk", () => {
    expect(() => listPeopleById(moderator, [1])).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});
