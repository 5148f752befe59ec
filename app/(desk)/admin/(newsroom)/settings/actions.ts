"use server";
import { saveSiteSettings } from "@/lib/settings/commands";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const saveSettingsAction = deskAction((user, form) => {
  const { expectedVersion } = readForm(form, { expectedVersion: "number" });
  const fields = readForm(form, {
    "settings.name": "text",
    "settings.tagline": "text",
    "settings.description": "text",
    "settings.contactEmail": "text",
    "settings.timeZone": "text",
    "settings.reviewCycleMonths": "number",
    "settings.machineText": "flag",
    "settings.analytics": "flag",
    "settings.requireSecondFactorForAdministrators": "flag",
  });
  const settings = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.slice("settings.".length), value]),
  );
  return saveSiteSettings(user, { expectedVersion, settings });
}, "The settings are saved.");
