"use client";
import { autoUpdate, computePosition, flip, offset, shift, type Placement } from "@floating-ui/dom";
import { useEffect, useState, type ReactElement, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type FloatingProps = {
  /** Where it belongs, in the window; null hides it. Asked again when the page scrolls. */
  rect: () => DOMRect | null;
  /** Changes when the place changes. */
  place: string;
  /** An element that moves along with the place. */
  context: Element;
  placement: Placement;
  className?: string;
  children: ReactNode;
};

/** A panel that stays beside a place in the text. */
export function Floating({ rect, place, context, placement, className, children }: FloatingProps): ReactElement {
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!panel) return;
    const reference = { getBoundingClientRect: () => rect() ?? new DOMRect(), contextElement: context };
    return autoUpdate(reference, panel, () => {
      panel.style.visibility = rect() ? "visible" : "hidden";
      void computePosition(reference, panel, {
        placement,
        strategy: "fixed",
        middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8, crossAxis: true })],
      }).then(({ x, y }) => {
        Object.assign(panel.style, { left: `${String(x)}px`, top: `${String(y)}px` });
      });
    });
    // `place` says that `rect` answers something else now.
  }, [panel, rect, place, context, placement]);
  return (
    <div
      ref={setPanel}
      className={classNames(
        "left-0 top-0 rounded-md border-line bg-raised shadow-raised fixed z-30 max-w-[calc(100vw-1rem)] border",
        className,
      )}
    >
      {children}
    </div>
  );
}
