import { listLinkTargets } from "@/lib/articles/queries/link-targets";
import { deskRoute } from "@/lib/web/desk-route";

/** What a text can link to on this site, by words: articles that readers see, categories, static pages. */
export const GET = deskRoute(async (user, request) => ({
  targets: await listLinkTargets(user, new URL(request.url).searchParams.get("q") ?? ""),
}));
