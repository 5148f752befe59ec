"use client";
import { CornerDownLeft, Pencil, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Citation } from "@/lib/richtext/citation";
import { CitationLine } from "./citation-line";
import { shortName } from "./reference-order";

type ReferenceItemProps = {
  citation: Citation;
  /** As readers see it; null when the text does not refer to it. */
  number: number | null;
  onInsert: () => void;
  onEdit: () => void;
  onDelete: () => void;
};

export function ReferenceItem({ citation, number, onInsert, onEdit, onDelete }: ReferenceItemProps): ReactElement {
  const name = shortName(citation);
  return (
    <li className="gap-1 rounded-md bg-sunken p-2.5 text-sm grid">
      <p>
        {number === null ? <Badge tone="warn">Not used</Badge> : <b>[{number}]</b>} <CitationLine citation={citation} />
      </p>
      <div className="gap-1 flex flex-wrap">
        <Button size="small" look="quiet" aria-label={`Insert ${name} in the text`} onClick={onInsert}>
          <CornerDownLeft aria-hidden className="size-4" />
          Insert
        </Button>
        <Button size="small" look="quiet" aria-label={`Edit ${name}`} onClick={onEdit}>
          <Pencil aria-hidden className="size-4" />
          Edit
        </Button>
        <Button size="small" look="quiet" aria-label={`Delete ${name}`} onClick={onDelete}>
          <Trash2 aria-hidden className="size-4" />
          Delete
        </Button>
      </div>
    </li>
  );
}
