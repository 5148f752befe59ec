"use server";
import { redirect } from "next/navigation";
import {
  createAdvertisement,
  deleteAdvertisement,
  switchAdvertisement,
  updateAdvertisement,
} from "@/lib/advertising/commands";
import { deskAdvertisementPath, deskAdvertisementsPath } from "@/lib/desk-urls";
import { inputErrorAt } from "@/lib/web/input-error-at";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";
import { readAdvertisement } from "./read-advertisement";

export const createAdvertisementAction = deskAction(async (user, form) => {
  const advertisement = await readAdvertisement(form);
  redirect(deskAdvertisementPath(await createAdvertisement(user, advertisement)));
});

export const updateAdvertisementAction = deskAction(async (user, form) => {
  const reference = readForm(form, { id: "number", expectedVersion: "number" });
  const advertisement = await readAdvertisement(form);
  return inputErrorAt("advertisement.", () => updateAdvertisement(user, { ...reference, advertisement }));
}, "Saved. The preview shows what readers get.");

export const switchAdvertisementAction = deskAction(
  (user, form) =>
    switchAdvertisement(user, readForm(form, { id: "number", expectedVersion: "number", enabled: "flag" })),
  "Switched.",
);

export const deleteAdvertisementAction = deskAction(async (user, form) => {
  await deleteAdvertisement(user, readForm(form, { id: "number", expectedVersion: "number" }));
  redirect(deskAdvertisementsPath);
});
