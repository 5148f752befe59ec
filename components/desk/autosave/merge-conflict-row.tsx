"use client";
import { useId, type ReactElement, type ReactNode } from "react";
import { BlockView } from "@/components/desk/revisions/block-view";
import { fieldWords } from "@/components/desk/revisions/field-words";
import { MarkedWords } from "@/components/desk/revisions/marked-words";
import { classNames } from "@/components/ui/class-names";
import { diffText } from "@/lib/articles/compare/diff-text";
import type { MergeConflict } from "@/lib/articles/compare/merge-working-copies";
import { blockText } from "@/lib/richtext/plain-text";
import type { Block } from "@/lib/richtext/schema";
import { canBeTyped, canKeepBoth, type Choice } from "./merge-choices";
import { citationWords, fieldValueWords, theirsLabel, type MergeNaming } from "./merge-words";

type RowProps = {
  conflict: MergeConflict;
  by: string | null;
  naming: MergeNaming;
  choice: Choice | undefined;
  problem: string | null;
  onChoose: (choice: Choice) => void;
};

/** One place in question: three columns, and what may be done. */
export function MergeConflictRow(props: RowProps): ReactElement {
  const { conflict, by, naming, choice, onChoose } = props;
  const name = useId();
  const radio = (value: Choice & string, label: string): ReactElement => (
    <label className="gap-2 font-semibold flex items-center">
      <input
        type="radio"
        name={name}
        checked={choice === value}
        onChange={() => {
          onChoose(value);
        }}
      />
      {label}
    </label>
  );
  return (
    <fieldset className="gap-3 rounded-md border-line p-3 min-w-0 grid border">
      <legend className="px-1 font-bold">{titleOf(conflict)}</legend>
      <div className="gap-3 md:grid-cols-3 grid">
        <Column head={<p className="font-semibold text-quiet">Before</p>}>
          <SideView conflict={conflict} side="base" naming={naming} />
        </Column>
        <Column head={radio("mine", "Keep yours")} chosen={choice === "mine" || choice === "both"}>
          <SideView conflict={conflict} side="mine" naming={naming} />
        </Column>
        <Column
          head={radio("theirs", `Take ${theirsLabel(by).replace(/^The/, "the")}`)}
          chosen={choice === "theirs" || choice === "both"}
        >
          <SideView conflict={conflict} side="theirs" naming={naming} />
        </Column>
      </div>
      {canKeepBoth(conflict) && radio("both", "Keep both, yours first, and tidy up in the text")}
      {canBeTyped(conflict) && <TypedAnswer {...props} conflict={conflict} name={name} />}
    </fieldset>
  );
}

function titleOf(conflict: MergeConflict): string {
  if (conflict.kind === "field") return fieldWords[conflict.field];
  return conflict.kind === "citation" ? `Reference ${conflict.id}` : "Text";
}

function Column({ head, chosen, children }: { head: ReactNode; chosen?: boolean; children: ReactNode }): ReactElement {
  return (
    <div
      className={classNames("gap-2 rounded-md p-3 grid min-w-0 content-start border", chosen ? "border-accent bg-accent-soft" : "border-line bg-sunken")} // prettier-ignore
    >
      {head}
      <div className="gap-2 grid">{children}</div>
    </div>
  );
}

type SideProps = { conflict: MergeConflict; side: "base" | "mine" | "theirs"; naming: MergeNaming };

/** What one side has, with what differs from before marked. */
function SideView({ conflict, side, naming }: SideProps): ReactElement {
  if (conflict.kind === "body")
    return <BodySide base={conflict.base} blocks={conflict[side]} side={side} naming={naming} />;
  const words = (which: SideProps["side"]): string =>
    conflict.kind === "citation"
      ? citationWords(conflict[which])
      : fieldValueWords(conflict.field, conflict[which], naming);
  return <WordsSide before={words("base")} after={words(side)} side={side} />;
}

function WordsSide({ before, after, side }: { before: string; after: string; side: SideProps["side"] }): ReactElement {
  if (after === "") return <p className="text-quiet italic">{side === "base" ? "Nothing" : "Taken away"}</p>;
  if (side === "base") return <p className="wrap-anywhere whitespace-pre-wrap">{after}</p>;
  return <MarkedWords words={diffText(before, after)} side="after" />;
}

type BodySideProps = { base: Block[]; blocks: Block[]; side: SideProps["side"]; naming: MergeNaming };

function BodySide({ base, blocks, side, naming }: BodySideProps): ReactElement {
  const [before] = base;
  const [after] = blocks;
  if (!after) return <WordsSide before="" after="" side={side} />;
  if (base.length === 1 && blocks.length === 1 && before?.type === after.type && after.type === "paragraph") {
    return <WordsSide before={blockText(before)} after={blockText(after)} side={side} />;
  }
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} names={naming.names} />
      ))}
    </>
  );
}

type TypedProps = RowProps & { conflict: MergeConflict & { kind: "field" }; name: string };

function TypedAnswer({ conflict, naming, choice, problem, onChoose, name }: TypedProps): ReactElement {
  const isTyped = typeof choice === "object";
  const start = (): void => {
    onChoose({ text: fieldValueWords(conflict.field, conflict.mine, naming) });
  };
  return (
    <div className="gap-2 grid">
      <label className="gap-2 font-semibold flex items-center">
        <input type="radio" name={name} checked={isTyped} onChange={start} />
        Write it anew
      </label>
      {isTyped && (
        <>
          <textarea
            aria-label={`${fieldWords[conflict.field]}, anew`}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${name}-problem` : undefined}
            rows={2}
            className="rounded-md border-line-strong bg-raised px-3 py-2 w-full border"
            value={choice.text}
            onChange={(event) => {
              onChoose({ text: event.target.value });
            }}
          />
          {problem && (
            <p id={`${name}-problem`} className="text-sm text-danger first-letter:uppercase">
              {problem}
            </p>
          )}
        </>
      )}
    </div>
  );
}
