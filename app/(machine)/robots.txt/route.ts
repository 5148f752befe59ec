import { env } from "@/lib/env";
import { robotsTxt } from "@/lib/seo/robots-txt";
import { absoluteUrl, newsSitemapPath, sitemapIndexPath } from "@/lib/urls";

export const dynamic = "force-dynamic";

export function GET(): Response {
  const sitemaps = [sitemapIndexPath, newsSitemapPath].map(absoluteUrl);
  return new Response(robotsTxt({ closed: env().STAGING, sitemaps }), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
