import { readFile } from "node:fs/promises";
import path from "node:path";
import { processWide } from "@/lib/process-wide";
import { projectRoot } from "@/lib/project-root";
import { standInFile } from "@/lib/social-cards/stand-in";

/** For a card that is about to be drawn: a picture of the same size, kept by nobody, so that the next who asks gets the card. */
export async function standInCardResponse(request: Request): Promise<Response> {
  const body = await processWide("stand-in-card", () => readFile(path.join(projectRoot, "public", standInFile)));
  const headers = {
    "Content-Type": "image/png",
    "Content-Length": String(body.length),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(request.method === "HEAD" ? null : new Uint8Array(body), { headers });
}
