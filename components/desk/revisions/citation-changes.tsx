import type { ReactElement } from "react";
import { diffText } from "@/lib/articles/compare/diff-text";
import type { FieldChange } from "@/lib/articles/compare/diff-working-copies";
import { citationText } from "@/lib/richtext/citation-format";
import { Marked, MarkedWords } from "./marked-words";
import { SideBySide } from "./side-by-side";

/** References that came, went or were corrected. */
export function CitationChanges({
  change: { removed, added, changed },
}: {
  change: Extract<FieldChange, { kind: "citations" }>;
}): ReactElement {
  const reordered = removed.length + added.length + changed.length === 0;
  return (
    <div className="gap-2 grid">
      {reordered && <p className="text-quiet">The same works, in another order.</p>}
      {changed.map(({ before, after }) => {
        const words = diffText(citationText(before), citationText(after));
        return (
          <SideBySide
            key={before.id}
            before={<MarkedWords words={words} side="before" />}
            after={<MarkedWords words={words} side="after" />}
          />
        );
      })}
      {removed.map((citation) => (
        <SideBySide key={citation.id} before={<Marked side="before">{citationText(citation)}</Marked>} after={null} />
      ))}
      {added.map((citation) => (
        <SideBySide key={citation.id} before={null} after={<Marked side="after">{citationText(citation)}</Marked>} />
      ))}
    </div>
  );
}
