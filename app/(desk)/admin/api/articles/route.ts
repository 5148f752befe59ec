import { searchArticles } from "@/lib/articles/queries/search-articles";
import { deskRoute } from "@/lib/web/desk-route";

/** Articles that have the words `q`, best first, for the command palette. */
export const GET = deskRoute((user, request) => searchArticles(user, new URL(request.url).searchParams.get("q") ?? ""));
