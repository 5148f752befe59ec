"use server";
import { saveMenu } from "@/lib/navigation/commands";
import type { MenuInput } from "@/lib/navigation/schema";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";
import { readJsonField } from "@/lib/web/read-json-field";

export const saveMenuAction = deskAction((user, form) => {
  const { menu, expectedVersion } = readForm(form, { menu: "text", expectedVersion: "number" });
  // What a browser sends is not typed; the verb checks all of it.
  const given = { menu, expectedVersion, links: readJsonField(form, "links") } as MenuInput;
  return saveMenu(user, given);
}, "The menu is saved.");
