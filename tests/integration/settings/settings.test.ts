import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { saveSiteSettings } from "@/lib/settings/commands";
import { getSiteSettings, getSiteSettingsForm } from "@/lib/settings/queries";
import { anActor } from "@/tests/factories/actors";

let administrator: Actor;
let editor: Actor;
beforeAll(async () => {
  administrator = await anActor("administrator");
  editor = await anActor("editor");
});

it("has careful defaults", async () => {
  expect(await getSiteSettings()).toMatchObject({
    analytics: false,
    machineText: true,
    requireSecondFactorForAdministrators: false,
    reviewCycleMonths: 24,
    timeZone: "UTC",
  });
  expect((await getSiteSettingsForm(administrator)).version).toBe(0);
});

it("saves from the version the form started from, and only from it", async () => {
  const settings = { name: "Mind", timeZone: "Europe/Berlin" };
  expect(await saveSiteSettings(administrator, { expectedVersion: 0, settings })).toBe(1);
  expect(await getSiteSettings()).toMatchObject(settings);
  await expect(saveSiteSettings(administrator, { expectedVersion: 0, settings: {} })).rejects.toMatchObject({
    code: "conflict",
  });
  const results = await Promise.allSettled(
    ["A", "B"].map((name) => saveSiteSettings(administrator, { expectedVersion: 1, settings: { name } })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const audit = await database().auditEntry.findMany({ where: { action: "settings.saved" }, orderBy: { id: "asc" } });
  expect(audit).toHaveLength(2);
  expect(audit[1]).toMatchObject({ before: { name: "Mind", timeZone: "Europe/Berlin" } });
});

it("names what is wrong, and refuses editors", async () => {
  const { version } = await getSiteSettingsForm(administrator);
  const settings = { name: "", timeZone: "Mars/Olympus", contactEmail: "nobody", reviewCycleMonths: 0 };
  const refused = (): unknown => saveSiteSettings(administrator, { expectedVersion: version, settings });
  expect(refused).toThrow(/settings\.name.*settings\.contactEmail.*settings\.timeZone.*settings\.reviewCycleMonths/);
  expect(() => saveSiteSettings(editor, { expectedVersion: version, settings: {} })).toThrow(/Only administrators/);
  await expect(getSiteSettingsForm(editor)).rejects.toThrow(/Only administrators/);
});
