import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { createPerson, deletePerson, updatePerson } from "@/lib/people/commands";
import { findPeople, findPerson, getPerson, listPeople } from "@/lib/people/queries";
import { findRedirect } from "@/lib/redirects/queries";
import { anActor } from "@/tests/factories/actors";
import { aDesk, aDraft, aPublishedArticle } from "@/tests/factories/articles";
import { aMedia } from "@/tests/factories/media";

let editor: Actor;
let author: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
});

const person = { slug: "jo-doe", name: "Jo Doe", kind: "person" as const };

describe("author pages", () => {
  it("carry what qualifies somebody", async () => {
    const portraitId = await aMedia({ alt: "Jo Doe" });
    const id = await createPerson(editor, { name: "Zoë Ångström", kind: "person" });
    expect(await findPerson("zoe-angstrom")).toMatchObject({ name: "Zoë Ångström", orcid: null, portrait: null });
    await updatePerson(editor, {
      id,
      expectedVersion: 1,
      person: {
        slug: "zoe-angstrom",
        name: "Zoë Ångström",
        kind: "person",
        jobTitle: "Health editor",
        licence: "Psychologist, no. 123, Sweden",
        orcid: "https://orcid.org/0000-0002-1694-233x",
        links: [{ label: "Institute", href: "https://example.org" }],
        portraitId,
      },
    });
    expect(await findPerson("zoe-angstrom")).toMatchObject({
      jobTitle: "Health editor",
      licence: "Psychologist, no. 123, Sweden",
      orcid: "0000-0002-1694-233X",
      portrait: { id: portraitId, alt: "Jo Doe" },
    });
  });

  it("move with their address", async () => {
    const id = await createPerson(editor, person);
    await aPublishedArticle({ authorIds: [id] });
    await updatePerson(editor, { id, expectedVersion: 1, person: { ...person, slug: "jo-smith", name: "Jo Smith" } });
    expect(await findRedirect("/author/jo-doe")).toMatchObject({ status: 301, location: "/author/jo-smith" });
    expect(
      await database().auditEntry.findFirst({ where: { action: "person.saved", subjectId: String(id) } }),
    ).toMatchObject({
      before: { name: "Jo Doe" },
      after: { name: "Jo Smith" },
    });
  });

  it("refuse stale forms, taken addresses, wrong iDs, lost pictures and others", async () => {
    const id = await createPerson(editor, { ...person, slug: "guarded" });
    const given = { ...person, slug: "guarded" };
    await expect(updatePerson(editor, { id, expectedVersion: 2, person: given })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(createPerson(editor, given)).rejects.toMatchObject({ fields: { slug: [expect.any(String)] } });
    await expect(
      updatePerson(editor, { id, expectedVersion: 1, person: { ...given, portraitId: 999_999 } }),
    ).rejects.toMatchObject({ fields: { portraitId: [expect.any(String)] } });
    expect(() => createPerson(editor, { ...given, orcid: "0000-0002-1694-2330" })).toThrow(/orcid: .*ORCID/);
    expect(() => createPerson(editor, { ...given, links: [{ label: "x", href: "javascript:alert(1)" }] })).toThrow(
      /links\.0\.href/,
    );
    expect(() => createPerson(author, given)).toThrow(/Only editors/);
    expect(() => updatePerson(author, { id, expectedVersion: 1, person: given })).toThrow(/Only editors/);
    expect((await getPerson(editor, id)).version).toBe(1);
  });

  it("stay while articles name them", async () => {
    const id = await createPerson(editor, { ...person, slug: "signs" });
    const reviewer = await createPerson(editor, { ...person, slug: "reviews" });
    await aDraft({ authorIds: [id], reviewerId: reviewer });
    await expect(deletePerson(editor, { id, expectedVersion: 1 })).rejects.toThrow(/signed 1/);
    await expect(deletePerson(editor, { id: reviewer, expectedVersion: 1 })).rejects.toThrow(/reviewed 1/);
    const unused = await createPerson(editor, { ...person, slug: "leaves" });
    expect(() => deletePerson(author, { id: unused, expectedVersion: 1 })).toThrow(/Only editors/);
    await deletePerson(editor, { id: unused, expectedVersion: 1 });
    expect(await findPerson("leaves")).toBeNull();
  });

  it("are found by part of a name", async () => {
    await aDesk("night-desk");
    expect((await listPeople(editor, "NIGHT")).items).toMatchObject([{ slug: "night-desk", articles: 0 }]);
    expect(await findPeople(author, "night")).toMatchObject([{ slug: "night-desk" }]);
    await expect(listPeople(author)).rejects.toThrow(/Only editors/);
  });
});
