import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createAdvertisement,
  deleteAdvertisement,
  switchAdvertisement,
  updateAdvertisement,
} from "@/lib/advertising/commands";
import { getAdvertisement, listAdvertisements, listRunningAdvertisements } from "@/lib/advertising/queries";
import type { Actor } from "@/lib/auth/actor";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { anActor } from "@/tests/factories/actors";
import { aMedia } from "@/tests/factories/media";

let editor: Actor;
let author: Actor;
beforeAll(async () => {
  editor = await anActor("editor");
  author = await anActor("author");
});
beforeEach(async () => {
  await database().advertisement.deleteMany();
});

const box = { name: "Book", slot: "article-side" as const, width: 300, height: 250 };
const html = (text: string) => ({ ...box, content: { kind: "html" as const, html: text } });
const image = async () => ({
  ...box,
  content: { kind: "image" as const, mediaId: await aMedia(), alt: "A book", href: "https://example.org/book" },
});
const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);

describe("advertisements", () => {
  it("show a picture with its link, in the box that was named", async () => {
    const id = await createAdvertisement(editor, await image());
    expect((await getSiteFrame()).advertisements).toMatchObject([
      {
        id,
        slot: "article-side",
        width: 300,
        height: 250,
        content: { kind: "image", href: "https://example.org/book" },
      },
    ]);
  });

  it("keep and show only what the sanitiser leaves of HTML", async () => {
    const dirty = '<p onclick="x()">Read <a href="http://plain.example">this</a><script>alert(1)</script></p>';
    const id = await createAdvertisement(editor, html(dirty));
    const clean = "<p>Read <span>this</span></p>";
    expect((await getAdvertisement(editor, id)).html).toBe(clean);
    // Written past the verb, it is cleaned on the way out.
    await sql("UPDATE advertisement SET html = '<p>a</p><script>alert(1)</script>'");
    expect((await listRunningAdvertisements(now()))[0]?.content).toEqual({ kind: "html", html: "<p>a</p>" });
    await sql("UPDATE advertisement SET html = '<script>alert(1)</script>'");
    expect(await listRunningAdvertisements(now())).toEqual([]);
  });

  it("start, end and are switched off by time and by hand", async () => {
    const id = await createAdvertisement(editor, { ...html("<p>x</p>"), startsAt: inHours(1), endsAt: inHours(2) });
    const stateAt = async (moment: Date) => {
      setClock(moment);
      return [(await listAdvertisements(editor))[0]?.state, (await getSiteFrame()).advertisements.length];
    };
    const [start, middle, end] = [inHours(0), inHours(1.5), inHours(2)];
    expect(await stateAt(start)).toEqual(["planned", 0]);
    expect(await stateAt(middle)).toEqual(["running", 1]);
    expect(await stateAt(end)).toEqual(["over", 0]);
    setClock(middle);
    await switchAdvertisement(editor, { id, expectedVersion: 1, enabled: false });
    expect(await stateAt(middle)).toEqual(["off", 0]);
  });

  it("change from the version the form started from, also from a picture to HTML", async () => {
    const id = await createAdvertisement(editor, await image());
    expect(await updateAdvertisement(editor, { id, expectedVersion: 1, advertisement: html("<b>x</b>") })).toBe(2);
    expect(await getAdvertisement(editor, id)).toMatchObject({ mediaId: null, href: null, html: "<b>x</b>" });
    await expect(
      updateAdvertisement(editor, { id, expectedVersion: 1, advertisement: html("<b>y</b>") }),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(switchAdvertisement(editor, { id, expectedVersion: 1, enabled: false })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(deleteAdvertisement(editor, { id, expectedVersion: 1 })).rejects.toMatchObject({ code: "conflict" });
    await deleteAdvertisement(editor, { id, expectedVersion: 2 });
    await expect(getAdvertisement(editor, id)).rejects.toMatchObject({ code: "not-found" });
    const actions = (await database().auditEntry.findMany({ where: { subjectId: String(id) } })).map(
      ({ action }) => action,
    );
    expect(actions).toEqual(["advertisement.created", "advertisement.saved", "advertisement.deleted"]);
  });

  it("refuse what a page can't carry", async () => {
    const picture = await image();
    for (const href of ["http://plain.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      expect(() => createAdvertisement(editor, { ...picture, content: { ...picture.content, href } })).toThrow(
        /content\.href/,
      );
    }
    expect(() => createAdvertisement(editor, html("<script>alert(1)</script>"))).toThrow(/nothing/);
    expect(() => createAdvertisement(editor, { ...html("x"), width: 5000 })).toThrow(/width/);
    expect(() => createAdvertisement(editor, { ...html("x"), startsAt: inHours(2), endsAt: inHours(1) })).toThrow(
      /endsAt/,
    );
    expect(() => createAdvertisement(editor, { ...html("x"), slot: "masthead" as never })).toThrow(/slot/);
    await expect(
      createAdvertisement(editor, { ...picture, content: { ...picture.content, mediaId: 999_999 } }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(await database().advertisement.count()).toBe(0);
  });

  it("are for editors, and the database keeps both kinds apart", async () => {
    expect(() => createAdvertisement(author, html("x"))).toThrow(/Only editors/);
    expect(() => updateAdvertisement(author, { id: 1, expectedVersion: 1, advertisement: html("x") })).toThrow(
      /Only editors/,
    );
    expect(() => switchAdvertisement(author, { id: 1, expectedVersion: 1, enabled: true })).toThrow(/Only editors/);
    expect(() => deleteAdvertisement(author, { id: 1, expectedVersion: 1 })).toThrow(/Only editors/);
    await expect(listAdvertisements(author)).rejects.toThrow(/Only editors/);
    const columns = "name, slot, width, height, media_id, alt, href, html";
    for (const values of [
      "'n', 'article-side', 1, 1, NULL, '', NULL, NULL",
      "'n', 'article-side', 1, 1, NULL, 'a', 'https://example.org', '<p>x</p>'",
      "'n', 'article-side', 1, 1, NULL, '', NULL, ''",
    ]) {
      await expect(sql(`INSERT INTO advertisement (${columns}) VALUES (${values})`)).rejects.toThrow(
        /advertisement_kind_check/,
      );
    }
  });
});
