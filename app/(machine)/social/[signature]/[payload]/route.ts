import { openSocialCard } from "@/lib/social-cards/commands";
import { storedFileResponse } from "@/lib/web/stored-file-response";

export const dynamic = "force-dynamic";

type Parameters = { signature: string; payload: string };

/** A drawn card for link previews. Only what a page of this site has named and signed is ever drawn, and that once. */
export async function GET(request: Request, { params }: { params: Promise<Parameters> }): Promise<Response> {
  const { signature, payload } = await params;
  const hexadecimal = /^(.+)\.png$/.exec(payload)?.[1];
  return storedFileResponse(request, hexadecimal === undefined ? null : await openSocialCard(signature, hexadecimal));
}
