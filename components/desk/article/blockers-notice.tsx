import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ArticleChecklist } from "@/lib/articles/checklist/types";

/** What keeps the article from being published; nothing when nothing does. */
export function BlockersNotice({
  checklist,
  onOpen,
}: {
  checklist: ArticleChecklist;
  onOpen: () => void;
}): ReactElement | null {
  const blocking = checklist.items.filter(({ level }) => level === "blocking");
  if (blocking.length === 0) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">Before it can be published:</p>
      <ul className="pl-5 list-disc">
        {blocking.map(({ id, message }) => (
          <li key={id}>{message}</li>
        ))}
      </ul>
      <Button look="quiet" size="small" className="mt-1" onClick={onOpen}>
        Open the checklist
      </Button>
    </Notice>
  );
}
