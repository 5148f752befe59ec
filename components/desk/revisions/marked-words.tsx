import type { ReactElement, ReactNode } from "react";
import type { TextPart } from "@/lib/articles/compare/diff-text";

export type Side = "before" | "after";

/** What one side said: removed words struck through on the left, added ones underlined on the right. */
export function MarkedWords({ words, side }: { words: readonly TextPart[]; side: Side }): ReactElement {
  const hidden = side === "before" ? "added" : "removed";
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {words
        .filter(({ kind }) => kind !== hidden)
        .map(({ kind, text }, index) =>
          kind === "same" ? (
            text
          ) : (
            <Marked key={index} side={side}>
              {text}
            </Marked>
          ),
        )}
    </p>
  );
}

/** Something that only one side has. Told by a line as well as by colour, and to screen readers by its element. */
export function Marked({ side, children }: { side: Side; children: ReactNode }): ReactElement {
  return side === "before" ? (
    <del className="rounded-sm bg-danger-soft text-danger">{children}</del>
  ) : (
    <ins className="rounded-sm bg-good-soft text-good">{children}</ins>
  );
}
