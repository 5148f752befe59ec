"use client";
import { Tabs as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

export type Tab = { id: string; label: ReactNode; content: ReactNode };

type TabsProps = {
  tabs: Tab[];
  /** What they are tabs of. */
  label: string;
  value?: string;
  onValueChange?: (id: string) => void;
  className?: string;
};

/** Panels of which one is shown. The others stay in the page, so that what was typed in them is kept. */
export function Tabs({ tabs, label, className, value, onValueChange }: TabsProps): ReactElement {
  const state = value === undefined ? { defaultValue: tabs[0]?.id ?? "" } : { value };
  return (
    <Primitive.Root {...state} {...(onValueChange ? { onValueChange } : {})} className={className}>
      <Primitive.List aria-label={label} className="gap-1 border-line flex overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.id}
            value={tab.id}
            className={classNames(
              "gap-1.5 px-3 py-2 font-semibold text-quiet flex items-center border-b-2 border-transparent whitespace-nowrap",
              "data-[state=active]:border-accent data-[state=active]:text-ink -outline-offset-2!",
            )}
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.id} value={tab.id} forceMount className="pt-4 data-[state=inactive]:hidden">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
