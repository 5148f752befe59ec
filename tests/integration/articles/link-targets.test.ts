import { beforeAll, describe, expect, it } from "vitest";
import { listLinkTargets } from "@/lib/articles/queries/link-targets";
import type { Actor } from "@/lib/auth/actor";
import { setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { anActor } from "@/tests/factories/actors";
import { aCategory, aDraft, aPublishedArticle } from "@/tests/factories/articles";

let author: Actor;
let moderator: Actor;
const paths = async (words: string): Promise<string[]> =>
  (await listLinkTargets(author, words)).map(({ path }) => path);

beforeAll(async () => {
  author = await anActor("author");
  moderator = await anActor("moderator");
  const categoryId = await aCategory("growth-psychology");
  await aPublishedArticle({ slug: "sleeping-well", headline: "Sleeping well", categoryId });
  await aDraft({ slug: "sleeping-badly", headline: "Sleeping badly", categoryId });
  await aPublishedArticle(
    { slug: "sleeping-later", headline: "Sleeping later", categoryId },
    { visibleFrom: new Date("2100-01-01T00:00:00Z") },
  );
  await database().page.create({
    data: {
      slug: "about-sleep",
      title: "About sleep 100%",
      body: { type: "doc", content: [] },
      bodyText: "",
      updatedAt: new Date("2026-01-01T00:00:00Z"),
    },
  });
});

describe("listLinkTargets", () => {
  it("offers what readers see, also for a word that is still being typed", async () => {
    expect(await listLinkTargets(author, "sleeping we")).toEqual([
      {
        kind: "article",
        title: "Sleeping well",
        path: "/growth-psychology/sleeping-well",
        detail: "growth psychology",
      },
    ]);
    expect(await paths("sleeping")).toEqual(["/growth-psychology/sleeping-well"]);
  });

  it("offers a planned article from its moment on", async () => {
    setClock(new Date("2100-01-01T00:00:01Z"));
    expect(await paths("sleeping later")).toEqual(["/growth-psychology/sleeping-later"]);
  });

  it("offers categories and pages by their names", async () => {
    expect(await paths("growth")).toContain("/growth-psychology");
    expect(await paths("about sl")).toContain("/about-sleep");
    expect(await paths("100%")).toEqual(["/about-sleep"]);
  });

  it.each(["", " ", "s", "\u0000", "x".repeat(201), "zzzz"])("offers nothing for %j", async (words) => {
    expect(await paths(words)).toEqual([]);
  });

  it("is for those who read articles in the desk", async () => {
    await expect(listLinkTargets(moderator, "sleeping")).rejects.toMatchObject({ code: "forbidden" });
  });
});
