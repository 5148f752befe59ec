"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactElement } from "react";
import { classNames } from "@/components/ui/class-names";
import { deskPath } from "@/lib/desk-urls";
import { areaIcon } from "./area-icons";
import type { ShellArea, ShellGroup } from "./shell-types";

/** The way around the desk. @param onGo after a link was followed, so that a sheet around it can close */
export function AreaList({ groups, onGo }: { groups: ShellGroup[]; onGo?: () => void }): ReactElement {
  const path = usePathname();
  return (
    <nav aria-label="Desk" className="gap-5 grid">
      {groups.map((group) => (
        <div key={group.label}>
          <p className="px-2 pb-1 text-xs font-semibold tracking-wide text-quiet uppercase">{group.label}</p>
          <ul>
            {group.areas.map((area) => (
              <li key={area.id}>
                <AreaLink area={area} current={isCurrent(area, path)} {...(onGo ? { onGo } : {})} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function isCurrent(area: ShellArea, path: string): boolean {
  return path === area.href || (area.href !== deskPath && path.startsWith(`${area.href}/`));
}

function AreaLink({ area, current, onGo }: { area: ShellArea; current: boolean; onGo?: () => void }): ReactElement {
  return (
    <Link
      href={area.href}
      aria-current={current ? "page" : undefined}
      onClick={onGo}
      className={classNames(
        "gap-2.5 rounded-md px-2 py-1.5 flex items-center",
        current ? "bg-accent-soft font-semibold text-accent-strong" : "hover:bg-sunken",
      )}
    >
      {areaIcon(area.id)}
      {area.label}
    </Link>
  );
}
