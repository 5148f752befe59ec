"use client";
import { X } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import type { EditorSession } from "../session";
import { useObservable } from "../use-observable";

/** What happened with the last paste, and what can be done about it. Always there, so that it is read out. */
export function NoticeBar({ session }: { session: EditorSession }): ReactElement {
  const notice = useObservable(session.notice);
  const close = (): void => {
    session.notice.set(null);
  };
  return (
    <div role="status">
      {notice && (
        <div className="gap-2 border-line bg-sunken px-3 py-1.5 text-sm flex items-center border-t">
          <p className="min-w-0 flex-1 break-words">{notice.text}</p>
          {notice.action && (
            <Button
              size="small"
              onClick={() => {
                close();
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <Button look="quiet" size="icon" aria-label="Close this message" onClick={close}>
            <X aria-hidden />
          </Button>
        </div>
      )}
    </div>
  );
}
