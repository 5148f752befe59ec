import type { ReactNode } from "react";
import { referenceId, type ReferenceMark } from "@/lib/richtext/references";

/** The raised number that leads to the reference list. */
export function ReferenceMarkLink({ mark }: { mark: ReferenceMark | undefined }): ReactNode {
  if (!mark) return null;
  return (
    <sup className="rt-ref">
      <a id={mark.id} href={`#${referenceId(mark.number)}`} role="doc-noteref">
        {`[${String(mark.number)}]`}
      </a>
    </sup>
  );
}
