import type { ReactElement } from "react";
import type { Citation } from "@/lib/richtext/citation";
import { citationParts } from "@/lib/richtext/citation-format";

/** An entry of the reference list as readers see it. */
export function CitationLine({ citation }: { citation: Citation }): ReactElement {
  return (
    <span className="wrap-anywhere">
      {citationParts(citation).map(({ text, italic, href }, index) =>
        href ? (
          <a key={index} href={href} target="_blank" rel="noreferrer" className="text-accent underline">
            {text}
            <span className="sr-only"> (in a new tab)</span>
          </a>
        ) : italic ? (
          <em key={index}>{text}</em>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </span>
  );
}
