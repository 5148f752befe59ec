import type { ReactElement, ReactNode } from "react";
import { assertNever } from "@/lib/assert-never";
import type { FieldChange } from "@/lib/articles/compare/diff-working-copies";
import { BodyChange } from "./body-change";
import { CitationChanges } from "./citation-changes";
import { fieldWords, nameIn, valueInWords, type Names } from "./field-words";
import { Marked, MarkedWords, type Side } from "./marked-words";
import { SideBySide } from "./side-by-side";

type FieldChangesProps = { changes: FieldChange[]; names: Names; timeZone: string };

/** What differs between two states of an article, field by field. */
export function FieldChanges({ changes, ...rest }: FieldChangesProps): ReactElement {
  return (
    <div className="gap-5 grid">
      {changes.map((change) => (
        <section key={change.field} aria-labelledby={`change-${change.field}`}>
          <h2 id={`change-${change.field}`} className="mb-1 font-bold">
            {fieldWords[change.field]}
          </h2>
          <OneField change={change} {...rest} />
        </section>
      ))}
    </div>
  );
}

type OneFieldProps = Omit<FieldChangesProps, "changes"> & { change: FieldChange };

function OneField({ change, names, timeZone }: OneFieldProps): ReactNode {
  switch (change.kind) {
    case "text":
      return (
        <SideBySide
          before={change.before && <MarkedWords words={change.words} side="before" />}
          after={change.after && <MarkedWords words={change.words} side="after" />}
        />
      );
    case "value": {
      const [before, after] = [change.before, change.after].map((value) =>
        valueInWords(change.field, value, { names, timeZone }),
      );
      return (
        <SideBySide
          before={before && <Marked side="before">{before}</Marked>}
          after={after && <Marked side="after">{after}</Marked>}
        />
      );
    }
    case "list":
      return (
        <SideBySide
          before={<NameList side="before" ids={change.before} marked={change.removed} {...{ change, names }} />}
          after={<NameList side="after" ids={change.after} marked={change.added} {...{ change, names }} />}
        />
      );
    case "citations":
      return <CitationChanges change={change} />;
    case "body":
      return <BodyChange blocks={change.blocks} names={names} />;
    default:
      return assertNever(change);
  }
}

type NameListProps = {
  change: Extract<FieldChange, { kind: "list" }>;
  names: Names;
  side: Side;
  ids: number[];
  marked: number[];
};

function NameList({ change, names, side, ids, marked }: NameListProps): ReactElement {
  if (ids.length === 0) return <p className="text-sm text-quiet">Nothing</p>;
  return (
    <ol className="pl-5 list-decimal">
      {ids.map((id) => {
        const name = nameIn(names, change.field, id);
        return <li key={id}>{marked.includes(id) ? <Marked side={side}>{name}</Marked> : name}</li>;
      })}
    </ol>
  );
}
