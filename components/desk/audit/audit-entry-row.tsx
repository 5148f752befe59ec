import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { changedFields, type FieldDifference } from "./changed-fields";

export type AuditLine = {
  id: number;
  at: string;
  who: string;
  action: string;
  subjectType: string;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** One entry; what changed opens below it. */
export function AuditEntryRow({ entry }: { entry: AuditLine }): ReactElement {
  const changes = changedFields(entry.before, entry.after);
  return (
    <li className="rounded-lg border-line bg-raised border">
      <details className="group">
        <summary className="gap-x-3 gap-y-1 px-4 py-2.5 flex flex-wrap items-center">
          <Badge tone="accent">{entry.action}</Badge>
          <span className="min-w-0 break-all">
            {entry.subjectType} {entry.subjectId}
          </span>
          <span className="min-w-0 text-quiet break-all">{entry.who}</span>
          <span className="text-sm text-quiet ms-auto">{entry.at}</span>
        </summary>
        <div className="border-line px-4 py-3 border-t">
          {changes.length === 0 ? <p className="text-quiet">No values were kept.</p> : <Changes changes={changes} />}
        </div>
      </details>
    </li>
  );
}

function Changes({ changes }: { changes: FieldDifference[] }): ReactElement {
  return (
    <dl className="gap-3 grid">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="gap-1 grid">
          <dt className="font-semibold">{field}</dt>
          <dd className="gap-2 sm:grid-cols-2 grid">
            <Value label="Before" text={before} look="bg-danger-soft" />
            <Value label="After" text={after} look="bg-good-soft" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ label, text, look }: { label: string; text: string | null; look: string }): ReactElement {
  return (
    <div className="min-w-0">
      <p className="text-sm text-quiet">{label}</p>
      {text === null ? (
        <p className="text-quiet">nothing</p>
      ) : (
        <pre
          tabIndex={0}
          className={`rounded max-h-48 p-2 text-sm overflow-auto break-words whitespace-pre-wrap ${look}`}
        >
          {text}
        </pre>
      )}
    </div>
  );
}
