"use client";
import { CircleUserRound, LogOut } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { deskAccountPath, deskSignOutPath } from "@/lib/desk-urls";
import type { ShellUser } from "./shell-types";
import { ThemeItems } from "./theme-menu";

/** Who is signed in, their account, the colours, and the way out. */
export function UserMenu({ user }: { user: ShellUser }): ReactElement {
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small" aria-label={`Account of ${user.name}`}>
          <CircleUserRound aria-hidden className="size-5" />
          <span className="max-w-40 sm:inline hidden truncate">{user.name}</span>
        </Button>
      }
    >
      <MenuLabel>
        {user.email}
        <br />
        {user.role}
      </MenuLabel>
      <MenuItem asChild>
        <Link href={deskAccountPath}>
          <CircleUserRound aria-hidden />
          My account
        </Link>
      </MenuItem>
      <MenuSeparator />
      <ThemeItems />
      <MenuSeparator />
      <MenuItem asChild>
        <Link href={deskSignOutPath} prefetch={false}>
          <LogOut aria-hidden />
          Sign out
        </Link>
      </MenuItem>
    </Menu>
  );
}
