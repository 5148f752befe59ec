"use client";
import { useState } from "react";
import type { WorkingCopy } from "@/lib/articles/schema";
import { shownText, type Draft, type Reading } from "./draft";
import { readField, type TextField } from "./field-values";
import { usePanel } from "./panel-context";

type DraftOptions<Value> = {
  value: Value;
  show: (value: Value) => string;
  read: (text: string) => Reading<Value>;
  onValue: (value: Value) => void;
};

type FieldDraft = {
  text: string;
  /** Why what stands in the field is not saved; null when it is. */
  problem: string | null;
  type: (text: string) => void;
  /** The field was left: a valid text is shown as it is kept from then on. */
  settle: () => void;
  /** Forgets what was typed. */
  reset: () => void;
};

/** Typing into a field: every valid text goes out at once, any other stays here until it is one. */
export function useDraft<Value>({ value, show, read, onValue }: DraftOptions<Value>): FieldDraft {
  const [draft, setDraft] = useState<Draft<Value> | null>(null);
  return {
    text: shownText(draft, value, show),
    problem: draft && !draft.reading.ok ? `Not saved yet: ${draft.reading.problem}.` : null,
    type: (text) => {
      const reading = read(text);
      setDraft({ text, reading });
      if (reading.ok) onValue(reading.value);
    },
    settle: () => {
      if (draft?.reading.ok) setDraft(null);
    },
    reset: () => {
      setDraft(null);
    },
  };
}

/** The same for a text field of the working copy. */
export function useCopyDraft(field: TextField): FieldDraft {
  const { copy, onChange } = usePanel();
  return useDraft<WorkingCopy[TextField]>({
    value: copy[field],
    show: (value) => value ?? "",
    read: (text) => readField(field, text),
    onValue: (value) => {
      onChange({ [field]: value });
    },
  });
}
