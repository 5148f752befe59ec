"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Cell, HeaderCell, RowHeader, Table } from "@/components/ui/table";
import type { RevisionSummary } from "@/lib/articles/types";
import { deskComparisonPath } from "@/lib/desk-urls";
import { dayAndTime } from "@/lib/site-days";
import { RestoreButton, type RestoreAction } from "./restore-button";

type RevisionTableProps = {
  articleId: number;
  revisions: RevisionSummary[];
  timeZone: string;
  /** Null for who may not write this article now. */
  restore: { action: RestoreAction; expectedVersion: number } | null;
};

type Choice = { before: number | "working"; after: number | "working" };

/** The history of an article: two of it can be compared, and each restored. */
export function RevisionTable({ articleId, revisions, timeZone, restore }: RevisionTableProps): ReactElement {
  const router = useRouter();
  const [choice, setChoice] = useState<Choice>({ before: revisions[0]?.number ?? "working", after: "working" });
  const box = (side: keyof Choice, value: number | "working"): ReactElement => (
    <input
      type="radio"
      name={side}
      value={value}
      checked={choice[side] === value}
      onChange={() => {
        setChoice({ ...choice, [side]: value });
      }}
      aria-label={`${side === "before" ? "Left" : "Right"}: ${value === "working" ? "working copy" : `version ${String(value)}`}`}
      className="size-4 accent-(--accent)"
    />
  );
  return (
    <>
      <p className="mb-2 gap-3 flex flex-wrap items-center">
        <Button
          look="primary"
          size="small"
          disabled={choice.before === choice.after}
          onClick={() => {
            router.push(deskComparisonPath(articleId, choice));
          }}
        >
          Compare the two chosen
        </Button>
        <span className="text-sm text-quiet">Choose one for the left and one for the right.</span>
      </p>
      <Table label="Versions">
        <Headings restorable={restore !== null} />
        <tbody>
          <tr>
            <Cell>{box("before", "working")}</Cell>
            <Cell>{box("after", "working")}</Cell>
            <RowHeader colSpan={restore ? 5 : 4}>Working copy, as it is now</RowHeader>
          </tr>
          {revisions.map((revision) => (
            <tr key={revision.number}>
              <Cell>{box("before", revision.number)}</Cell>
              <Cell>{box("after", revision.number)}</Cell>
              <RevisionCells articleId={articleId} revision={revision} timeZone={timeZone} />
              {restore && (
                <Cell>
                  <RestoreButton articleId={articleId} number={revision.number} {...restore} />
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Headings({ restorable }: { restorable: boolean }): ReactElement {
  const words = ["Left", "Right", "Version", "When", "Who", "Compare", ...(restorable ? ["Restore"] : [])];
  return (
    <thead>
      <tr>
        {words.map((word) => (
          <HeaderCell key={word}>{word}</HeaderCell>
        ))}
      </tr>
    </thead>
  );
}

type RevisionCellsProps = Pick<RevisionTableProps, "articleId" | "timeZone"> & { revision: RevisionSummary };

function RevisionCells({ articleId, revision, timeZone }: RevisionCellsProps): ReactElement {
  const { number, reason, createdAt, by, headline, live } = revision;
  return (
    <>
      <RowHeader className="min-w-44">
        <span className="mr-2">
          {number}: {reason}
        </span>
        {live && <Badge tone="good">Readers see this</Badge>}
        <span className="text-sm font-normal text-quiet block">{headline || "Without a headline"}</span>
      </RowHeader>
      <Cell className="whitespace-nowrap">{dayAndTime(createdAt, timeZone)}</Cell>
      <Cell>{by ?? "The magazine"}</Cell>
      <Cell>
        <ul className="text-sm whitespace-nowrap">
          {number > 1 && (
            <li>
              <Link
                href={deskComparisonPath(articleId, { before: number - 1, after: number })}
                className="text-accent underline"
                aria-label={`What changed in version ${String(number)}`}
              >
                What changed
              </Link>
            </li>
          )}
          <li>
            <Link
              href={deskComparisonPath(articleId, { before: number, after: "working" })}
              className="text-accent underline"
              aria-label={`Version ${String(number)} with the working copy`}
            >
              With the working copy
            </Link>
          </li>
        </ul>
      </Cell>
    </>
  );
}
