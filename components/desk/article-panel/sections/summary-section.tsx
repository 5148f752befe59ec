"use client";
import type { ReactElement } from "react";
import { CopyTextField } from "../copy-text-field";

export function SummarySection(): ReactElement {
  return (
    <CopyTextField
      field="excerpt"
      label="Excerpt"
      hint="What the article is about, in one or two sentences: under the headline, in lists and feeds."
      long
      counted
    />
  );
}
