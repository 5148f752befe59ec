"use client";
import { ChevronDown } from "lucide-react";
import { Accordion } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { usePanel } from "./panel-context";
import { countProblems } from "./problem-paths";

type PanelSectionProps = {
  id: string;
  label: string;
  /** Fields of the working copy in it: their problems are counted at its head. */
  fields: readonly string[];
  children: ReactNode;
};

/** One part of the panel. Closed it stays in the page, so that what was typed in it is kept. */
export function PanelSection({ id, label, fields, children }: PanelSectionProps): ReactElement {
  const { editable, problems } = usePanel();
  const count = countProblems(problems, fields);
  return (
    <Accordion.Item value={id} className="border-line border-b">
      <Accordion.Header asChild>
        <h2>
          <Accordion.Trigger className="group gap-2 px-1 py-3 font-bold flex w-full items-center text-left">
            <span className="flex-1">{label}</span>
            {count > 0 && <Badge tone="danger">{count === 1 ? "1 problem" : `${String(count)} problems`}</Badge>}
            <ChevronDown
              aria-hidden
              className="size-4.5 text-quiet shrink-0 transition-transform group-data-[state=open]:rotate-180"
            />
          </Accordion.Trigger>
        </h2>
      </Accordion.Header>
      <Accordion.Content forceMount className="px-1 pb-5 data-[state=closed]:hidden">
        <fieldset disabled={!editable} className="min-w-0 gap-4 grid">
          {children}
        </fieldset>
      </Accordion.Content>
    </Accordion.Item>
  );
}
