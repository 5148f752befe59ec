import { use, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { Notice } from "@/components/ui/notice";
import type { ArticleChecklist, CheckItem } from "@/lib/articles/checklist/types";

/** What keeps the article from being published; null when nothing does. */
export function blockersNotice({ items }: ArticleChecklist, onOpen: () => void): ReactElement | null {
  const blocking = items.filter(({ level }) => level === "blocking");
  return blocking.length > 0 ? <BlockersNotice blocking={blocking} onOpen={onOpen} /> : null;
}

/** Read out once somebody tried all the same. */
function BlockersNotice({ blocking, onOpen }: { blocking: readonly CheckItem[]; onOpen: () => void }): ReactElement {
  const { errors } = use(FormContext);
  return (
    <Notice tone={Object.keys(errors).length > 0 ? "danger" : "warn"}>
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
