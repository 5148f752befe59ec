"use server";
import type { BulkResult } from "@/components/desk/articles/article-row";
import { runBulk } from "@/lib/articles/commands/run-bulk";
import { deleteView, saveView } from "@/lib/articles/commands/saved-views";
import { filterOf, readListAddress } from "@/lib/articles/list-address";
import { getSiteSettings } from "@/lib/settings/queries";
import { deskAction } from "@/lib/web/desk-action";
import { readForm } from "@/lib/web/read-form";
import { readBulk } from "./read-bulk";

/** One verb for many articles; also for one. */
export const bulk = deskAction<BulkResult[]>((user, form) => runBulk(user, readBulk(form)));

export const keepView = deskAction(async (user, form) => {
  const { name, parameters } = readForm(form, { name: "text", parameters: "text" });
  const { timeZone } = await getSiteSettings();
  const filter = filterOf(readListAddress(new URLSearchParams(parameters)), timeZone);
  return saveView(user, { name, filter });
}, "The view is kept.");

export const forgetView = deskAction(async (user, form) => {
  await deleteView(user, readForm(form, { viewId: "number" }));
}, "The view is gone.");
