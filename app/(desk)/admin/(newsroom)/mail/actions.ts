"use server";
import { retryMail } from "@/lib/mail/commands/retry-mail";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";

export const retryMailAction = deskAction(async (user, form): Promise<undefined> => {
  await retryMail(user, readForm(form, { mailId: "number" }));
}, "The mail is on its way again.");
