"use client";
import { CircleAlert } from "lucide-react";
import { useId, type ReactElement, type ReactNode } from "react";
import { usePanel } from "./panel-context";
import { problemsOf } from "./problem-paths";

type PanelGroupProps = { label: string; field: string; hint?: ReactNode; children: ReactNode };

/** A field of several controls, with what is wrong with it. */
export function PanelGroup({ label, field, hint, children }: PanelGroupProps): ReactElement {
  const id = useId();
  const { problems } = usePanel();
  const told = problemsOf(problems, field);
  const described = [hint ? `${id}-hint` : "", told.length > 0 ? `${id}-problems` : ""].filter(Boolean).join(" ");
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={described || undefined}
      className="min-w-0 gap-1.5 grid"
    >
      <p id={`${id}-label`} className="font-semibold">
        {label}
      </p>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      {children}
      {told.length > 0 && (
        <ul id={`${id}-problems`} className="text-sm text-danger">
          {told.map((problem) => (
            <li key={problem} className="gap-1.5 flex items-start">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              <span className="first-letter:uppercase">{problem}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
