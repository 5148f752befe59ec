"use client";
import { createContext, use } from "react";
import type { TypedValues } from "@/lib/web/action-state";

/** What fields know of the form around them after it was sent. */
export type FormFacts = { values: TypedValues | null; errors: Record<string, string[]>; pending: boolean };

export const FormContext = createContext<FormFacts>({ values: null, errors: {}, pending: false });

export type FieldFacts = {
  id: string;
  name: string;
  describedBy: string | undefined;
  invalid: boolean;
  /** As typed before an error; undefined when the form was not sent. */
  typed: string[] | undefined;
};

export const FieldContext = createContext<FieldFacts | null>(null);

/** The field around a control. @throws Error when there is none, which is a mistake of the screen */
export function useField(): FieldFacts {
  const field = use(FieldContext);
  if (!field) throw new Error("A form control stands outside of a Field");
  return field;
}
