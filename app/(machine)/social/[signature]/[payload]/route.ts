import { openSocialCard } from "@/lib/social-cards/commands/open-card";
import { standInCardResponse } from "@/lib/web/stand-in-card";
import { storedFileResponse } from "@/lib/web/stored-file-response";

export const dynamic = "force-dynamic";

type Parameters = { signature: string; payload: string };

/** A drawn card for link previews. No request draws one: until the queue has, a picture of the site stands in. */
export async function GET(request: Request, { params }: { params: Promise<Parameters> }): Promise<Response> {
  const { signature, payload } = await params;
  const hexadecimal = /^(.+)\.png$/.exec(payload)?.[1];
  const card = hexadecimal === undefined ? null : await openSocialCard(signature, hexadecimal);
  return card === "queued" ? standInCardResponse(request) : storedFileResponse(request, card);
}
