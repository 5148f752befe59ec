import { readLlmsFile } from "@/lib/machine-text/queries";
import { llmsText } from "@/lib/machine-text/llms-txt";
import { findLastChange } from "@/lib/publications/queries/last-change";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { machineResponse } from "@/lib/web/machine-response";
import { textResponse } from "@/lib/web/text-response";

export const dynamic = "force-dynamic";

/** What the site is, for language models. */
export async function GET(request: Request): Promise<Response> {
  const frame = await getSiteFrame();
  if (!frame.settings.machineText) return textResponse(404, "This site has no text renditions.");
  const [file, lastModified] = await Promise.all([readLlmsFile(frame), findLastChange()]);
  return machineResponse(request, {
    body: llmsText(file),
    lastModified,
    contentType: "text/plain; charset=utf-8",
    headers: { "X-Robots-Tag": "noindex" },
  });
}
