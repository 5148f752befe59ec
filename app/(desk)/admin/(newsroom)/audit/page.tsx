import type { Metadata } from "next";
import { AuditScreen } from "@/components/desk/audit/audit-screen";
import { listAudit, listAuditChoices } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/read-filter";
import { dateAndTime } from "@/lib/dates";
import { deskAuditExportPath, deskAuditListPath } from "@/lib/desk-urls";
import { getSiteSettings } from "@/lib/settings/queries";
import { deskPage } from "../desk-page";
import { numberOrNotFound, readAddress, type SearchParams } from "../read-address";

export const metadata: Metadata = { title: "Audit log" };

export default deskPage(async (user, { searchParams }: { searchParams: SearchParams }) => {
  const get = await readAddress(searchParams);
  const filter = readAuditFilter(get);
  const before = get("before") ? numberOrNotFound(get("before")) : null;
  const [{ entries, nextBefore }, choices, { timeZone }] = await Promise.all([
    listAudit(user, { filter, before }),
    listAuditChoices(user),
    getSiteSettings(),
  ]);
  const asked = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? ""]));
  return (
    <AuditScreen
      entries={entries.map(({ at, ...entry }) => ({ ...entry, at: dateAndTime(at, timeZone) }))}
      filter={filter}
      choices={choices}
      addresses={{
        export: deskAuditExportPath(asked),
        older: nextBefore === null ? null : deskAuditListPath({ ...asked, before: String(nextBefore) }),
        newest: before === null ? null : deskAuditListPath(asked),
      }}
    />
  );
});
