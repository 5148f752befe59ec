"use client";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { DialogActions } from "@/components/ui/dialog";
import { Field, Select, TextInput } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";

export type RedirectLine = {
  redirectId: number;
  fromPath: string;
  toPath: string | null;
  status: number;
  hits: number;
  createdAt: string;
  activeFrom: string | null;
};

const meanings = [
  [301, "301, moved for good"],
  [308, "308, moved for good, forms included"],
  [302, "302, elsewhere for now"],
  [410, "410, gone for good"],
] as const;

type RedirectFormProps = { redirect: RedirectLine | null; action: FormAction<unknown>; onDone: () => void };

/** One redirect, new or known. */
export function RedirectForm({ redirect, action, onDone }: RedirectFormProps): ReactElement {
  const [status, setStatus] = useState(String(redirect?.status ?? 301));
  return (
    <ActionForm action={action} onDone={onDone} className="gap-4 grid">
      {redirect && <input type="hidden" name="redirectId" value={redirect.redirectId} />}
      <Field
        label="Old address"
        name="fromPath"
        hint="Starts with /. With /* at its end it stands for everything below."
      >
        <TextInput
          defaultValue={redirect?.fromPath}
          required
          maxLength={500}
          spellCheck={false}
          autoCapitalize="none"
        />
      </Field>
      <Field label="Kind" name="status">
        <Select
          value={status}
          onChange={(event) => {
            setStatus(event.currentTarget.value);
          }}
        >
          {meanings.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      {status !== "410" && (
        <Field label="Leads to" name="toPath" hint="A page of this site, starting with /">
          <TextInput defaultValue={redirect?.toPath ?? ""} maxLength={500} spellCheck={false} autoCapitalize="none" />
        </Field>
      )}
      <DialogActions>
        <SubmitButton>{redirect ? "Save" : "Add the redirect"}</SubmitButton>
      </DialogActions>
    </ActionForm>
  );
}
