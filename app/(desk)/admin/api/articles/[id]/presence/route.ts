import { heartbeat, leave } from "@/lib/articles/commands/presence";
import { deskRoute } from "@/lib/web/desk-route";
import { readJson } from "@/lib/web/read-json";

/** Says that an editor is open, or with `leaving` that it closes; tells who else has the article open. */
export const POST = deskRoute<{ id: string }>(async (user, request, { id }) => {
  const { sessionKey, leaving } = await readJson(request);
  const presence = { articleId: Number(id), sessionKey: String(sessionKey) };
  if (leaving !== true) return heartbeat(user, presence);
  await leave(user, presence);
  return { others: [], version: 0 };
});
