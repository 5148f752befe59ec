/** One block as the menu names it. */
export type SlashEntry = { id: string; label: string; hint: string };

/** The open block menu. */
export type SlashState = {
  items: readonly SlashEntry[];
  /** Index of the entry that Enter takes. */
  active: number;
  /** What was typed behind the slash. */
  query: string;
  /** Where the slash is in the window. */
  rect: () => DOMRect | null;
  choose: (index: number) => void;
};
