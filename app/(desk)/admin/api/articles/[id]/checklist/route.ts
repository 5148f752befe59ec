import { checkArticle } from "@/lib/articles/checklist/queries";
import { checkLinks } from "@/lib/links/commands";
import { deskRoute } from "@/lib/web/desk-route";

/** The checklist of the working copy as it was last saved. */
export const GET = deskRoute<{ id: string }>((user, _request, { id }) => checkArticle(user, Number(id)));

/** Asks every external link whether it leads somewhere, then answers with the checklist. */
export const POST = deskRoute<{ id: string }>(async (user, _request, { id }) => {
  await checkLinks(user, Number(id));
  return checkArticle(user, Number(id));
});
