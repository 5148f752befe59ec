"use server";
import { redirect } from "next/navigation";
import { startArticle } from "@/lib/articles/commands/start-article";
import { deskArticlePath } from "@/lib/desk-urls";
import { requireDeskUser } from "@/lib/web/desk-session";

/** An empty draft, open for writing. */
export async function newArticle(): Promise<void> {
  const user = await requireDeskUser();
  const { articleId } = await startArticle(user, {});
  redirect(deskArticlePath(articleId));
}
