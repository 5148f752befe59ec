import { Fragment, type ReactElement, type ReactNode } from "react";
import type { Citation } from "@/lib/richtext/citation";
import { citationParts, type CitationPart } from "@/lib/richtext/citation-format";
import type { NumberedReference, NumberedReferences, ReferenceMark } from "@/lib/richtext/references";
import { TextLink } from "./text-link";

type ReferenceListProps = { references: NumberedReferences; citations: readonly Citation[] };

/** The works that the marks in the text lead to, numbered alike, with links back. Nothing when there are none. */
export function ReferenceList({ references, citations }: ReferenceListProps): ReactNode {
  if (references.list.length === 0) return null;
  const byId = new Map(citations.map((citation) => [citation.id, citation]));
  return (
    <section className="rt-references" role="doc-endnotes" aria-labelledby="references">
      <h2 id="references">References</h2>
      <ol>
        {references.list.map((reference) => (
          <Entry key={reference.key} reference={reference} citation={byId.get(reference.key)} />
        ))}
      </ol>
    </section>
  );
}

/** A work that is missing from the list keeps its number, so that all the others stay right. */
function Entry({
  reference,
  citation,
}: {
  reference: NumberedReference;
  citation: Citation | undefined;
}): ReactElement {
  return (
    <li id={reference.id}>
      {citation ? citationParts(citation).map(renderPart) : "The details of this reference are missing."}{" "}
      <BackLinks marks={reference.marks} />
    </li>
  );
}

function renderPart({ text, italic, href }: CitationPart, index: number): ReactNode {
  if (href !== undefined) {
    return (
      <TextLink key={index} href={href}>
        {text}
      </TextLink>
    );
  }
  return italic ? <i key={index}>{text}</i> : text;
}

/** The second character asks for text, not for an emoji. */
const backArrow = "↩\uFE0E";

/** "↩" for a work that is mentioned once, "↩ a b c" else. */
function BackLinks({ marks }: { marks: readonly ReferenceMark[] }): ReactElement {
  return (
    <span className="rt-references__back">
      {marks.length > 1 && <span aria-hidden="true">{backArrow}</span>}
      {marks.map(({ id, number, letter }) => (
        <Fragment key={id}>
          {marks.length > 1 && " "}
          <a
            href={`#${id}`}
            role="doc-backlink"
            aria-label={`Back to reference ${String(number)} in the text${marks.length > 1 ? `, place ${letter}` : ""}`}
          >
            {marks.length > 1 ? letter : backArrow}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
