"use client";
import { MenuIcon, Search, SquarePen } from "lucide-react";
import Link from "next/link";
import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { deskPath } from "@/lib/desk-urls";
import { AreaList } from "./area-list";
import { CommandPalette } from "./command-palette";
import type { ShellGroup, ShellUser } from "./shell-types";
import { UserMenu } from "./user-menu";

type DeskShellProps = {
  groups: ShellGroup[];
  user: ShellUser;
  /** Makes an empty draft and goes there; null for who does not write. */
  startArticle: (() => Promise<void>) | null;
  children: ReactNode;
};

/** What stands around every screen of the desk. */
export function DeskShell({ groups, user, startArticle, children }: DeskShellProps): ReactElement {
  const [paletteOpen, setPaletteOpen] = useState(false);
  return (
    <div className="lg:grid-cols-[15rem_minmax(0,1fr)] grid min-h-dvh grid-rows-[auto_1fr]">
      <a
        href="#content"
        className="rounded bg-raised p-3 focus:top-2 focus:left-2 sr-only z-50 focus:not-sr-only focus:fixed"
      >
        Skip to content
      </a>
      <header className="gap-2 border-line bg-raised px-3 py-2 sm:px-4 col-span-full flex items-center border-b">
        <NavigationSheet groups={groups} />
        <Link href={deskPath} className="font-bold mr-auto truncate">
          <span className="sm:hidden">MHN</span>
          <span className="sm:inline hidden">Mental Health Network</span>
          <span className="font-normal text-quiet"> desk</span>
        </Link>
        <Button
          size="small"
          aria-label="Search and commands"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => {
            setPaletteOpen(true);
          }}
        >
          <Search aria-hidden className="size-4" />
          <span className="sm:inline hidden">Search</span>
          <kbd className="rounded bg-sunken px-1.5 text-xs font-normal text-quiet md:inline hidden">Ctrl K</kbd>
        </Button>
        {startArticle && (
          <form action={startArticle}>
            <Button type="submit" look="primary" size="small" aria-label="New article">
              <SquarePen aria-hidden className="size-4" />
              <span className="sm:inline hidden">New article</span>
            </Button>
          </form>
        )}
        <UserMenu user={user} />
      </header>
      <div className="border-line bg-raised px-3 py-5 lg:block hidden border-r">
        <div className="top-5 sticky max-h-[calc(100dvh-2.5rem)] overflow-y-auto">
          <AreaList groups={groups} />
        </div>
      </div>
      <main id="content" tabIndex={-1} className="min-w-0 px-3 py-5 sm:px-6 lg:col-start-2">
        {children}
      </main>
      <CommandPalette groups={groups} startArticle={startArticle} open={paletteOpen} onOpenChange={setPaletteOpen} />
    </div>
  );
}

function NavigationSheet({ groups }: { groups: ShellGroup[] }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <div className="lg:hidden">
      <Button
        look="quiet"
        size="icon"
        aria-label="Areas of the desk"
        onClick={() => {
          setOpen(true);
        }}
      >
        <MenuIcon aria-hidden />
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Desk" place="side" size="small">
        <AreaList
          groups={groups}
          onGo={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </div>
  );
}
