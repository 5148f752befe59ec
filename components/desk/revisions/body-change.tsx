import type { ReactElement } from "react";
import type { BlockChange } from "@/lib/articles/compare/diff-body";
import { blockRuns, type UnchangedBlock } from "./block-runs";
import { BlockView } from "./block-view";
import { blockLabel } from "./block-words";
import type { Names } from "./field-words";
import { MarkedWords, type Side } from "./marked-words";
import { SideBySide } from "./side-by-side";

/** The text, block by block; where it did not change, it is folded. */
export function BodyChange({ blocks, names }: { blocks: readonly BlockChange[]; names: Names }): ReactElement {
  return (
    <div className="gap-2 grid">
      {blockRuns(blocks).map((run, index) =>
        run.folded ? (
          <Folded key={index} changes={run.changes} names={names} />
        ) : (
          <OneBlock key={index} change={run.change} names={names} />
        ),
      )}
    </div>
  );
}

function Folded({ changes, names }: { changes: UnchangedBlock[]; names: Names }): ReactElement {
  return (
    <details>
      <summary className="py-1 text-sm text-quiet">{changes.length} blocks that did not change</summary>
      <div className="gap-2 grid">
        {changes.map(({ block }, index) => (
          <SideBySide
            key={index}
            before={<BlockView block={block} names={names} />}
            after={<BlockView block={block} names={names} />}
          />
        ))}
      </div>
    </details>
  );
}

function OneBlock({ change, names }: { change: BlockChange; names: Names }): ReactElement {
  switch (change.kind) {
    case "same": {
      const shown = <BlockView block={change.block} names={names} />;
      return <SideBySide before={shown} after={shown} />;
    }
    case "removed":
      return <SideBySide before={<WholeBlock side="before" {...{ change, names }} />} after={null} />;
    case "added":
      return <SideBySide before={null} after={<WholeBlock side="after" {...{ change, names }} />} />;
    default:
      return (
        <SideBySide
          before={<Rewritten side="before" {...{ change, names }} />}
          after={<Rewritten side="after" {...{ change, names }} />}
        />
      );
  }
}

type WholeBlockProps = { change: Extract<BlockChange, { kind: "removed" | "added" }>; names: Names; side: Side };

/** Elements for whole paragraphs, so that lists and tables keep their shape inside. */
function WholeBlock({ change, names, side }: WholeBlockProps): ReactElement {
  const Element = side === "before" ? "del" : "ins";
  const look = side === "before" ? "border-danger bg-danger-soft" : "border-good bg-good-soft";
  return (
    <Element className={`rounded px-2 py-1 block border-l-4 ${look}`}>
      <BlockView block={change.block} names={names} />
    </Element>
  );
}

type RewrittenProps = { change: Extract<BlockChange, { kind: "changed" }>; names: Names; side: Side };

function Rewritten({ change, names, side }: RewrittenProps): ReactElement {
  const block = change[side];
  const [label, other] = [blockLabel(block, names), blockLabel(change[side === "before" ? "after" : "before"], names)];
  if (!change.words.some(({ kind }) => kind !== "same")) {
    return (
      <>
        <p className="text-xs text-warn">The words are the same; marks, links or settings differ.</p>
        <BlockView block={block} names={names} />
      </>
    );
  }
  return (
    <>
      {block.type !== "paragraph" && (
        <p className="text-xs text-quiet">{label === other ? label : <strong>{label}</strong>}</p>
      )}
      <MarkedWords words={change.words} side={side} />
    </>
  );
}
