import { exportRedirects } from "@/lib/redirects/queries";
import { deskRoute } from "@/lib/web/desk-route";

/** All redirects as a file. */
export const GET = deskRoute(
  async (user) =>
    new Response(await exportRedirects(user), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="redirects.csv"',
        "Cache-Control": "no-store",
      },
    }),
);
