"use client";
import { useState, type SubmitEvent, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, Select, TextArea, TextInput } from "@/components/ui/field";

type Common = { name: string; label: string; hint?: string };
export type WordsField = Common &
  (
    | { kind: "line" | "lines"; value: string; longest: number; required?: string }
    | { kind: "choice"; value: string; options: readonly { value: string; label: string }[] }
    | { kind: "check"; value: boolean }
  );

/** What was typed, by field name; a check is "on" or "". */
export type Words = Record<string, string>;

type WordsDialogProps = {
  title: string;
  description?: string;
  fields: readonly WordsField[];
  save: string;
  onSave: (words: Words) => void;
  onClose: () => void;
};

/** A few words about one block: its caption, its source, its alternative text. */
export function WordsDialog({ title, description, fields, save, onSave, onClose }: WordsDialogProps): ReactElement {
  const [problems, setProblems] = useState<Words>({});
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // A dialog's events reach the form around the editor through React, though not in the page.
    event.stopPropagation();
    const words = wordsOf(new FormData(event.currentTarget), fields);
    const found = problemsOf(words, fields);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    onClose();
    onSave(words);
  };
  return (
    <Dialog open title={title} description={description} size="small" onOpenChange={onClose}>
      <form onSubmit={submit} className="gap-4 grid" noValidate>
        {fields.map((field) => (
          <WordsControl key={field.name} field={field} problem={problems[field.name] ?? null} />
        ))}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            {save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function wordsOf(form: FormData, fields: readonly WordsField[]): Words {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value.replace(/[\r\n\t]+/g, " ").trim() : ""];
    }),
  );
}

function problemsOf(words: Words, fields: readonly WordsField[]): Words {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.kind !== "line" && field.kind !== "lines") return [];
      const typed = words[field.name] ?? "";
      if (typed === "" && field.required) return [[field.name, field.required]];
      const over = typed.length - field.longest;
      return over > 0 ? [[field.name, `This is ${String(over)} characters too long`]] : [];
    }),
  );
}

function WordsControl({ field, problem }: { field: WordsField; problem: string | null }): ReactElement {
  if (field.kind === "check")
    return <Checkbox name={field.name} label={field.label} hint={field.hint} defaultChecked={field.value} />;
  return (
    <Field name={field.name} label={field.label} hint={field.hint} error={problem}>
      {field.kind === "line" && <TextInput defaultValue={field.value} />}
      {field.kind === "lines" && <TextArea rows={2} defaultValue={field.value} />}
      {field.kind === "choice" && (
        <Select defaultValue={field.value}>
          {field.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
