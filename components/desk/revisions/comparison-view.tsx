import { Equal } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { FieldChange } from "@/lib/articles/compare/diff-working-copies";
import { deskComparisonPath } from "@/lib/desk-urls";
import { dayAndTime } from "@/lib/site-days";
import { FieldChanges } from "./field-changes";
import { sideName, type Names } from "./field-words";
import { RestoreButton, type RestoreAction } from "./restore-button";

type ComparedSide = { number: number | null; reason: string; at: Date; by: string | null };

type ComparisonViewProps = {
  articleId: number;
  comparison: { before: ComparedSide; after: ComparedSide; changes: FieldChange[]; names: Names };
  timeZone: string;
  /** Null for who may not write this article now. */
  restore: { action: RestoreAction; expectedVersion: number } | null;
};

/** Two states of an article side by side, with what differs. */
export function ComparisonView({ articleId, comparison, timeZone, restore }: ComparisonViewProps): ReactElement {
  const { before, after, changes, names } = comparison;
  const sides = { articleId, timeZone, restore };
  const swapped = deskComparisonPath(articleId, {
    before: after.number ?? "working",
    after: before.number ?? "working",
  });
  return (
    <>
      <div className="mb-5 gap-4 border-line pb-4 md:grid-cols-2 grid border-b">
        <SideHeading title="Before" side={before} {...sides} />
        <SideHeading title="After" side={after} {...sides} />
      </div>
      <p className="mb-4 text-sm text-quiet">
        What only the left has is <del className="bg-danger-soft text-danger">struck through</del>, what only the right
        has is <ins className="bg-good-soft text-good">underlined</ins>.{" "}
        <Link href={swapped} className="text-accent underline">
          Swap sides
        </Link>
      </p>
      {changes.length === 0 ? (
        <EmptyState icon={Equal} title="Both say the same">
          Not a word, a tag or a setting differs.
        </EmptyState>
      ) : (
        <FieldChanges changes={changes} names={names} timeZone={timeZone} />
      )}
    </>
  );
}

type SideHeadingProps = Pick<ComparisonViewProps, "articleId" | "timeZone" | "restore"> & {
  title: string;
  side: ComparedSide;
};

function SideHeading({ title, side, articleId, timeZone, restore }: SideHeadingProps): ReactElement {
  return (
    <div className="gap-2 flex flex-wrap items-start justify-between">
      <div>
        <p className="text-xs font-semibold tracking-wide text-quiet uppercase">{title}</p>
        <p className="font-bold first-letter:uppercase">{sideName(side)}</p>
        <p className="text-sm text-quiet">
          {dayAndTime(side.at, timeZone)}
          {side.by && `, ${side.by}`}
        </p>
      </div>
      {restore && side.number !== null && <RestoreButton articleId={articleId} number={side.number} {...restore} />}
    </div>
  );
}
