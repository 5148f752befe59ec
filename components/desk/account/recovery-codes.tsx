import type { ReactElement } from "react";
import { Notice } from "@/components/ui/notice";

/** Codes that are shown once. */
export function RecoveryCodes({ codes }: { codes: string[] }): ReactElement {
  return (
    <div className="gap-3 grid" role="status">
      <Notice tone="warn">
        Keep these recovery codes where you find them without your phone. Each works once, and they are not shown again.
      </Notice>
      <ul
        aria-label="Recovery codes"
        className="gap-1 rounded-md bg-sunken p-3 font-mono sm:grid-cols-2 grid grid-cols-1"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
