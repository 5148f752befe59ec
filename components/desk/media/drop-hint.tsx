import { ImageUp } from "lucide-react";
import type { ReactElement } from "react";

/** Lies over the page while files are held over it. */
export function DropHint({ visible, where }: { visible: boolean; where: string }): ReactElement | null {
  if (!visible) return null;
  return (
    <div className="inset-2 gap-2 rounded-lg border-accent bg-raised/90 pointer-events-none fixed z-60 grid place-content-center justify-items-center border-2 border-dashed">
      <ImageUp aria-hidden className="size-10 text-accent" />
      <p className="text-lg font-semibold">Drop pictures to upload them</p>
      <p className="text-quiet">{where}</p>
    </div>
  );
}
