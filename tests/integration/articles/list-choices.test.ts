import { describe, expect, it } from "vitest";
import { listChoices } from "@/lib/articles/queries/list-choices";
import { database } from "@/lib/db/client";
import { anActor } from "../../factories/actors";
import { aCategory, aDesk, aTag } from "../../factories/articles";

describe("listChoices", () => {
  it("names what articles can be filtered by, and the accounts that can do each task", async () => {
    const category = await aCategory("news");
    const tag = await aTag("stress");
    const desk = await aDesk("therapy-desk");
    const author = await anActor("author");
    const editor = await anActor("editor");
    await anActor("reviewer");
    await anActor("moderator");
    await database().user.create({
      data: { email: "gone@example.org", name: "gone", role: "editor", disabledAt: new Date("2026-01-01T00:00:00Z") },
    });
    const choices = await listChoices(author);
    expect(choices.categories).toEqual([{ id: category, name: "news" }]);
    expect(choices.tags).toEqual([{ id: tag, name: "stress" }]);
    expect(choices.people).toEqual([{ id: desk, name: "therapy desk" }]);
    expect(choices.accounts.map(({ name }) => name)).toEqual(["author", "editor", "reviewer"]);
    expect(choices.editors.map(({ name }) => name)).toEqual(["editor"]);
    expect(choices.reviewers.map(({ name }) => name)).toEqual(["editor", "reviewer"]);
    expect(await listChoices(editor)).toEqual(choices);
  });

  it("refuses who does not read articles in progress", async () => {
    const moderator = { kind: "user", id: 1, email: "m@example.org", role: "moderator" } as const;
    await expect(listChoices(moderator)).rejects.toMatchObject({ code: "forbidden" });
  });
});
