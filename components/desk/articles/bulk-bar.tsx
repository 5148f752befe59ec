"use client";
import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { bulkVerbs, type BulkVerb } from "@/lib/articles/bulk-verbs";
import { verbWords, type ArticleRow } from "./article-row";

type BulkBarProps = {
  chosen: ArticleRow[];
  pending: boolean;
  onVerb: (verb: BulkVerb) => void;
  onClear: () => void;
};

/** What can be done with all the chosen articles at once. Its place is kept, so that the list does not jump. */
export function BulkBar({ chosen, pending, onVerb, onClear }: BulkBarProps): ReactElement {
  const offered = bulkVerbs.filter((verb) => chosen.some(({ verbs }) => verbs.includes(verb)));
  return (
    <div className="mb-2 min-h-10 gap-2 flex flex-wrap items-center">
      <p aria-live="polite" className="text-sm text-quiet">
        {chosen.length === 0 ? "Choose articles to change several at once." : `${String(chosen.length)} chosen`}
      </p>
      {chosen.length > 0 && (
        <>
          <Menu
            align="start"
            trigger={
              <Button size="small" pending={pending}>
                Actions
                <ChevronDown aria-hidden className="size-4" />
              </Button>
            }
          >
            {offered.length === 0 && <MenuItem disabled>Nothing can be done with these</MenuItem>}
            {offered.map((verb) => (
              <MenuItem
                key={verb}
                onSelect={() => {
                  onVerb(verb);
                }}
              >
                {verbWords[verb].label}
              </MenuItem>
            ))}
          </Menu>
          <Button size="small" look="quiet" onClick={onClear}>
            Choose none
          </Button>
        </>
      )}
    </div>
  );
}
