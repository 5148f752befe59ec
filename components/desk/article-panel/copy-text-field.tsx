"use client";
import type { ReactElement, ReactNode } from "react";
import { Field, TextArea, TextInput } from "@/components/ui/field";
import { limits, type TextField } from "./field-values";
import { useCopyDraft } from "./use-draft";

type CopyTextFieldProps = {
  field: TextField;
  label: string;
  hint?: ReactNode;
  placeholder?: string;
  /** More than one line. */
  long?: boolean;
  /** Says how much is typed of what there is room for. */
  counted?: boolean;
};

/** A text of the working copy. */
export function CopyTextField(props: CopyTextFieldProps): ReactElement {
  const { field, label, hint, placeholder, long = false, counted = false } = props;
  const { text, problem, type, settle } = useCopyDraft(field);
  const room = `${String(text.trim().length)} of ${String(limits[field])} characters`;
  const control = {
    value: text,
    placeholder,
    onChange: (event: { target: { value: string } }) => {
      type(event.target.value);
    },
    onBlur: settle,
  };
  return (
    <Field
      label={label}
      name={field}
      error={problem}
      hint={
        counted ? (
          <>
            {hint} <span className="whitespace-nowrap tabular-nums">{room}.</span>
          </>
        ) : (
          hint
        )
      }
    >
      {long ? <TextArea rows={3} {...control} /> : <TextInput {...control} />}
    </Field>
  );
}
