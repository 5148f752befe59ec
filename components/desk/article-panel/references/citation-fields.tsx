"use client";
import type { ReactElement } from "react";
import { Field, Select, TextArea, TextInput } from "@/components/ui/field";
import { citationTypes } from "@/lib/richtext/citation";
import { citationKinds, shownFields, type CitationField, type CitationValues } from "./citation-values";

type CitationFieldsProps = {
  values: CitationValues;
  problems: Partial<Record<CitationField, string>>;
  onChange: (values: CitationValues) => void;
};

/** The fields of a work, by its kind. */
export function CitationFields({ values, problems, onChange }: CitationFieldsProps): ReactElement {
  return (
    <>
      <Field label="Kind" name="type">
        <Select
          value={values.type}
          onChange={({ target }) => {
            const type = citationTypes.find((known) => known === target.value);
            if (type) onChange({ ...values, type });
          }}
        >
          {citationTypes.map((type) => (
            <option key={type} value={type}>
              {citationKinds[type].label}
            </option>
          ))}
        </Select>
      </Field>
      <div className="gap-3 sm:grid-cols-2 grid">
        {shownFields(values).map(({ name, label, hint }) => {
          const control = {
            value: values[name],
            onChange: (event: { target: { value: string } }) => {
              onChange({ ...values, [name]: event.target.value });
            },
          };
          const isLong = name === "title" || name === "authors";
          return (
            <Field
              key={name}
              {...{ name, label, hint }}
              error={problems[name] ?? null}
              className={isLong ? "sm:col-span-2" : ""}
            >
              {isLong ? <TextArea rows={2} className="min-h-16" {...control} /> : <TextInput {...control} />}
            </Field>
          );
        })}
      </div>
    </>
  );
}
