"use server";
import { redirect } from "next/navigation";
import { deskPeoplePath, deskPersonPath } from "@/lib/desk-urls";
import { createPerson, deletePerson, updatePerson } from "@/lib/people/commands";
import { deskAction } from "@/lib/web/desk-action";
import { inputErrorAt } from "@/lib/web/input-error-at";
import { readForm } from "@/lib/web/read-form";
import { readPerson } from "./read-person";

export const createPersonAction = deskAction(async (user, form) => {
  const { slug, ...person } = readPerson(form);
  redirect(deskPersonPath(await createPerson(user, slug === "" ? person : { ...person, slug })));
});

export const updatePersonAction = deskAction((user, form) => {
  const reference = readForm(form, { id: "number", expectedVersion: "number" });
  return inputErrorAt("person.", () => updatePerson(user, { ...reference, person: readPerson(form) }));
}, "Saved.");

export const deletePersonAction = deskAction(async (user, form) => {
  await deletePerson(user, readForm(form, { id: "number", expectedVersion: "number" }));
  redirect(deskPeoplePath);
});
