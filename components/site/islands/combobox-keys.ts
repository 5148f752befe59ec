/** Which key does what in the search box. The pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (editable, list autocomplete). */

export type PopupState = {
  open: boolean;
  /** Number of options. */
  count: number;
  /** Index of the option that Enter would follow; null while the reader is in the text. */
  active: number | null;
};

export type KeyPress = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

export type KeyAction =
  { type: "open"; at: "first" | "last" | null } | { type: "close" } | { type: "move"; to: number } | { type: "follow" };

/** @returns null when the key belongs to the text field or the browser */
export function actionOfKey(popup: PopupState, press: KeyPress): KeyAction | null {
  // Ctrl, Command and Shift with an arrow, Home or End move or select text. With Enter they choose where a link opens.
  if (press.key !== "Enter" && (press.ctrlKey || press.metaKey || press.shiftKey)) return null;
  return popup.open ? whenOpen(popup, press) : whenClosed(press);
}

function whenClosed({ key, altKey }: KeyPress): KeyAction | null {
  if (key === "ArrowDown") return { type: "open", at: altKey ? null : "first" };
  if (key === "ArrowUp" && !altKey) return { type: "open", at: "last" };
  return null;
}

function whenOpen(popup: PopupState, { key, altKey }: KeyPress): KeyAction | null {
  if (key === "Escape" || (key === "ArrowUp" && altKey)) return { type: "close" };
  if (key === "Enter") return popup.active === null ? null : { type: "follow" };
  const to = altKey ? null : destination(popup, key);
  return to === null ? null : { type: "move", to };
}

/** The arrows go round; Home and End belong to the text until the reader is in the list. */
function destination({ count, active }: PopupState, key: string): number | null {
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
      return active === null || active === last ? 0 : active + 1;
    case "ArrowUp":
      return active === null || active === 0 ? last : active - 1;
    case "Home":
      return active === null ? null : 0;
    case "End":
      return active === null ? null : last;
    default:
      return null;
  }
}
