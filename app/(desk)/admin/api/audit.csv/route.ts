import { Readable } from "node:stream";
import { exportAudit } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/read-filter";
import { deskRoute } from "@/lib/web/desk-route";

/** The audit log, filtered as its screen is, as a file; sent piece by piece. */
export const GET = deskRoute(async (user, request) => {
  const { searchParams } = new URL(request.url);
  const pieces = exportAudit(
    user,
    readAuditFilter((name) => searchParams.get(name) ?? ""),
  );
  // The first piece is made before anything is sent: a refusal is an answer with a status, not a broken file.
  const first = await pieces.next();
  const rest = async function* (): AsyncGenerator<string> {
    if (!first.done) yield first.value;
    yield* pieces;
  };
  return new Response(Readable.toWeb(Readable.from(rest())) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="audit-log.csv"',
      "Cache-Control": "no-store",
    },
  });
});
