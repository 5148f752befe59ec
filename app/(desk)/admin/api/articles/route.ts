import { listArticles } from "@/lib/articles/queries/list-articles";
import { deskRoute } from "@/lib/web/desk-route";

/** As many as a palette shows without scrolling. */
const most = 8;

/** Articles that have the words `q`, for the command palette. */
export const GET = deskRoute(async (user, request) => {
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  if (q === "") return [];
  const { items } = await listArticles(user, { q, size: 10 });
  return items.slice(0, most).map(({ articleId, headline }) => ({ id: articleId, headline }));
});
