import { webManifest } from "@/lib/seo/manifest";
import { getSiteSettings } from "@/lib/settings/queries";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json(webManifest(await getSiteSettings()), {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "public, max-age=3600" },
  });
}
