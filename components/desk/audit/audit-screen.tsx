import { ScrollText } from "lucide-react";
import Form from "next/form";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Select, TextInput } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { deskAuditPath } from "@/lib/desk-urls";
import { AuditEntryRow, type AuditLine } from "./audit-entry-row";

export type AskedFilter = {
  who: string | null;
  action: string | null;
  subjectType: string | null;
  subjectId: string | null;
  from: string | null;
  to: string | null;
};

type AuditScreenProps = {
  entries: AuditLine[];
  filter: AskedFilter;
  choices: { actions: string[]; subjectTypes: string[] };
  /** `older` and `newest` are null where there is nothing more. */
  addresses: { export: string; older: string | null; newest: string | null };
};

/** Who changed what, when, from what to what. */
export function AuditScreen({ entries, filter, choices, addresses }: AuditScreenProps): ReactElement {
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every change by the newsroom. It is only ever added to; nobody can change or remove what it says."
        actions={
          <a href={addresses.export} download className={buttonClass({})}>
            Export CSV
          </a>
        }
      />
      <AuditFilterForm filter={filter} choices={choices} />
      {entries.length === 0 ? (
        <EmptyState icon={ScrollText} title="No entry matches">
          Take part of the filter away, or choose other days.
        </EmptyState>
      ) : (
        <ol aria-label="Entries" className="gap-2 grid">
          {entries.map((entry) => (
            <AuditEntryRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <Pager
        previous={addresses.newest}
        next={addresses.older}
        status={addresses.newest ? "Older entries; Previous leads to the newest." : "The newest entries."}
      />
    </>
  );
}

function AuditFilterForm({ filter, choices }: Pick<AuditScreenProps, "filter" | "choices">): ReactElement {
  return (
    <Form
      // A new key: fields take what the address says when it changes.
      key={JSON.stringify(filter)}
      action={deskAuditPath}
      aria-label="Filter the log"
      className="mb-6 gap-3 rounded-lg border-line bg-raised p-4 sm:grid-cols-2 xl:grid-cols-6 grid items-end border"
    >
      <Field label="Who" name="who">
        <TextInput defaultValue={filter.who ?? ""} maxLength={254} placeholder="Part of an e-mail address" />
      </Field>
      <Field label="What was done" name="action">
        <Select defaultValue={filter.action ?? ""}>
          <option value="">Anything</option>
          {choices.actions.map((action) => (
            <option key={action}>{action}</option>
          ))}
        </Select>
      </Field>
      <Field label="To what" name="subjectType">
        <Select defaultValue={filter.subjectType ?? ""}>
          <option value="">Anything</option>
          {choices.subjectTypes.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </Select>
      </Field>
      <Field label="Number or name" name="subjectId">
        <TextInput defaultValue={filter.subjectId ?? ""} maxLength={120} />
      </Field>
      <Field label="From" name="from">
        <TextInput type="date" defaultValue={filter.from ?? ""} />
      </Field>
      <Field label="Until" name="to">
        <TextInput type="date" defaultValue={filter.to ?? ""} />
      </Field>
      <div className="gap-2 xl:col-span-6 flex flex-wrap">
        <Button type="submit" look="primary">
          Filter
        </Button>
        <LinkButton href={deskAuditPath}>Show everything</LinkButton>
      </div>
    </Form>
  );
}
