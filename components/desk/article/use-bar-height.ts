import { useEffect, useRef, type RefObject } from "react";

/** Read by the text's own tools in components/desk/editor/editor.css, which stay in sight below the bar. */
const property = "--bar-height";

/**
 * Says in a property of the document how much room a bar takes at the top while one scrolls: it has more rows with more to say,
 * and takes none where it scrolls away.
 */
export function useBarHeight(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const stays = getComputedStyle(element).position === "sticky";
      style.setProperty(property, stays ? `${String(element.offsetHeight)}px` : "0px");
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, []);
  return bar;
}
