"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Field, TextArea, TextInput } from "@/components/ui/field";
import type { HelplineRecord } from "@/lib/helplines/types";
import type { FormAction } from "@/lib/web/action-state";

type HelplineFormProps = { helpline: HelplineRecord | null; action: FormAction<unknown> };
type Part = { helpline: HelplineRecord | null };

/** Everything about one help line, with where and when its number was checked. */
export function HelplineForm({ helpline, action }: HelplineFormProps): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 max-w-3xl grid">
      {helpline && <input type="hidden" name="expectedVersion" value={helpline.version} />}
      {helpline && <input type="hidden" name="id" value={helpline.id} />}
      {!helpline && (
        <Field
          label="Short name"
          name="id"
          hint="For the desk; it stays. Small letters, digits and hyphens, for example gb-samaritans"
        >
          <TextInput required maxLength={60} spellCheck={false} autoCapitalize="none" />
        </Field>
      )}
      <WhoFields helpline={helpline} />
      <ReachFields helpline={helpline} />
      <SourceFields helpline={helpline} />
      <div>
        <SubmitButton>{helpline ? "Save" : "Add the help line"}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function WhoFields({ helpline }: Part): ReactElement {
  return (
    <div className="gap-4 sm:grid-cols-2 grid items-start">
      <Field label="Name" name="name">
        <TextInput defaultValue={helpline?.name} required maxLength={120} />
      </Field>
      <Field label="Kind" name="kind" hint="For example crisis, or children">
        <TextInput defaultValue={helpline?.kind} required maxLength={40} />
      </Field>
      <Field label="Country" name="country">
        <TextInput defaultValue={helpline?.country} required maxLength={80} />
      </Field>
      <Field label="Country code" name="region" hint="Two capitals such as GB, or INTL">
        <TextInput defaultValue={helpline?.region} required maxLength={4} className="max-w-32" />
      </Field>
      <Field label="For whom" name="audience" hint="For the desk">
        <TextInput defaultValue={helpline?.audience ?? ""} maxLength={200} />
      </Field>
      <Field label="Hours" name="hours">
        <TextInput defaultValue={helpline?.hours ?? ""} maxLength={120} />
      </Field>
    </div>
  );
}

function ReachFields({ helpline }: Part): ReactElement {
  return (
    <div className="gap-4 sm:grid-cols-2 grid items-start">
      <Field label="Telephone" name="phone" hint="One number a line, written as in the country">
        <TextArea defaultValue={helpline?.phone.join("\n")} rows={2} />
      </Field>
      <Field label="Address on the web" name="url">
        <TextInput type="url" defaultValue={helpline?.url ?? ""} maxLength={500} />
      </Field>
      <Field label="Text messages to" name="smsTo">
        <TextInput defaultValue={helpline?.smsTo ?? ""} maxLength={20} />
      </Field>
      <Field label="With the word" name="smsKeyword">
        <TextInput defaultValue={helpline?.smsKeyword ?? ""} maxLength={20} />
      </Field>
      <Field
        label="Note for readers"
        name="note"
        hint="What a caller must know, for example which option to choose"
        className="sm:col-span-2"
      >
        <TextInput defaultValue={helpline?.note ?? ""} maxLength={200} />
      </Field>
    </div>
  );
}

function SourceFields({ helpline }: Part): ReactElement {
  return (
    <div className="gap-4 sm:grid-cols-2 grid items-start">
      <Field label="Source" name="sourceUrl" hint="The page where the number was read">
        <TextInput type="url" defaultValue={helpline?.sourceUrl} required maxLength={500} />
      </Field>
      <Field label="Checked in" name="asOf" hint="Month, as in 2026-11">
        <TextInput type="month" defaultValue={helpline?.asOf ?? ""} className="max-w-48" />
      </Field>
    </div>
  );
}
