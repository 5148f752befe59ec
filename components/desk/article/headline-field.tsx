"use client";
import type { ReactElement } from "react";

type HeadlineFieldProps = {
  value: string;
  editable: boolean;
  problems: readonly string[];
  onChange: (headline: string) => void;
  /** Enter: on to the text. */
  onLeave: () => void;
};

/** The headline, as large as readers see it. One line of text, however many lines it takes. */
export function HeadlineField({ value, editable, problems, onChange, onLeave }: HeadlineFieldProps): ReactElement {
  const invalid = problems.length > 0;
  return (
    <div>
      <textarea
        aria-label="Headline"
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? "headline-problems" : undefined}
        rows={1}
        value={value}
        readOnly={!editable}
        placeholder="Headline"
        className="font-serif text-3xl leading-tight font-bold placeholder:text-quiet field-sizing-content w-full resize-none bg-transparent outline-offset-4"
        onChange={(event) => {
          onChange(event.currentTarget.value.replace(/\s*\n\s*/g, " "));
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onLeave();
        }}
      />
      {invalid && (
        <p id="headline-problems" className="text-sm text-danger">
          {problems.join(". ")}
        </p>
      )}
    </div>
  );
}
