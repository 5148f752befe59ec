"use client";
import { useState, type ReactElement } from "react";
import { toast } from "sonner";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { DialogActions } from "@/components/ui/dialog";
import { Field, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/web/action-state";

export type ImportAnswer = {
  imported: boolean;
  rows: { line: number; fromPath: string; ok: boolean; problem: string | null }[];
};

type ImportFormProps = { action: FormAction<ImportAnswer>; onDone: () => void };

/** A CSV file of redirects, taken whole or not at all. */
export function ImportForm({ action, onDone }: ImportFormProps): ReactElement {
  const [refused, setRefused] = useState<ImportAnswer["rows"]>([]);
  const finish = ({ imported, rows }: ImportAnswer): void => {
    if (imported) {
      toast.success(`${rows.length.toLocaleString("en-US")} redirects are imported.`);
      onDone();
    } else setRefused(rows.filter(({ ok }) => !ok));
  };
  return (
    <ActionForm action={action} onDone={finish} className="gap-4 grid">
      <p className="text-quiet">
        Columns: from, to, status. An export has the same columns. When one row is wrong, nothing is imported.
      </p>
      <Field label="CSV file" name="file">
        <TextInput type="file" accept=".csv,text/csv" className="py-1.5" />
      </Field>
      <Field label="Or its text" name="csv">
        <TextArea rows={5} spellCheck={false} className="font-mono" placeholder={"from,to,status\n/old,/new,301"} />
      </Field>
      {refused.length > 0 && (
        <Notice tone="danger">
          <p>
            Nothing was imported. {refused.length === 1 ? "One row needs" : `${String(refused.length)} rows need`}{" "}
            another look:
          </p>
          <ul className="mt-1 max-h-48 overflow-y-auto">
            {refused.map(({ line, fromPath, problem }) => (
              <li key={line} className="break-all">
                Line {line} ({fromPath}): {problem}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DialogActions>
        <SubmitButton>Import</SubmitButton>
      </DialogActions>
    </ActionForm>
  );
}
