"use server";
import { redirect } from "next/navigation";
import { deskHelplinesPath } from "@/lib/desk-urls";
import { createHelpline, deleteHelpline, orderHelplines, updateHelpline } from "@/lib/helplines/commands";
import { deskAction } from "@/lib/web/desk-action";
import { inputErrorAt } from "@/lib/web/input-error-at";
import { readForm } from "@/lib/web/read-form";
import { readHelpline } from "./read-helpline";

export const createHelplineAction = deskAction(async (user, form) => {
  await createHelpline(user, readHelpline(form));
  redirect(deskHelplinesPath);
});

export const updateHelplineAction = deskAction((user, form) => {
  const { expectedVersion } = readForm(form, { expectedVersion: "number" });
  return inputErrorAt("helpline.", () => updateHelpline(user, { expectedVersion, helpline: readHelpline(form) }));
}, "Saved.");

export const deleteHelplineAction = deskAction(async (user, form) => {
  await deleteHelpline(user, readForm(form, { id: "text", expectedVersion: "number" }));
  redirect(deskHelplinesPath);
});

export const orderHelplinesAction = deskAction(
  (user, form) => orderHelplines(user, readForm(form, { ids: "texts" })),
  "The new order is saved.",
);
