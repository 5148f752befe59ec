"use client";
import { MenuItem } from "@/components/ui/menu";
import { Moon, Sun, SunMoon } from "lucide-react";
import type { ReactElement } from "react";

const choices = [
  { theme: "light", label: "Light colours", icon: Sun },
  { theme: "dark", label: "Dark colours", icon: Moon },
  { theme: null, label: "Colours of the system", icon: SunMoon },
] as const;

/** Chooses the desk's colours; a cookie, so that the server paints them at once. */
export function setDeskTheme(theme: "light" | "dark" | null): void {
  const age = theme ? 60 * 60 * 24 * 365 : 0;
  document.cookie = `desk-theme=${theme ?? ""}; path=/admin; max-age=${String(age)}; samesite=lax`;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

export function ThemeItems(): ReactElement {
  return (
    <>
      {choices.map(({ theme, label, icon: Icon }) => (
        <MenuItem
          key={label}
          onSelect={() => {
            setDeskTheme(theme);
          }}
        >
          <Icon aria-hidden />
          {label}
        </MenuItem>
      ))}
    </>
  );
}
