"use client";
import { Command } from "cmdk";
import type { ReactElement, ReactNode } from "react";

/** Commands that belong together, under a heading. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-quiet"
    >
      {children}
    </Command.Group>
  );
}

type PaletteItemProps = { value: string; onSelect: () => void; children: ReactNode };

/** One thing to go to or to do. */
export function PaletteItem({ value, onSelect, children }: PaletteItemProps): ReactElement {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="gap-2.5 rounded px-2 py-2 data-[selected=true]:bg-sunken [&_svg]:size-4 flex cursor-pointer items-center [&_svg]:shrink-0"
    >
      {children}
    </Command.Item>
  );
}
