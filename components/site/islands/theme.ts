/** The reader's choice of colours. Without a choice the system decides. */

export type Theme = "light" | "dark";

/** Name in localStorage; the script in the page's head reads the same one. */
export const themeKey = "theme";

/** @returns null for anything that is no theme */
export function readTheme(stored: string | null | undefined): Theme | null {
  return stored === "light" || stored === "dark" ? stored : null;
}

export function oppositeTheme(theme: Theme): Theme {
  return theme === "dark" ? "light" : "dark";
}

/** What the button says while `theme` is shown: what a press does. */
export function switchLabel(theme: Theme): string {
  return `Switch to ${oppositeTheme(theme)} colors`;
}
