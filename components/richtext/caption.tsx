import type { ReactNode } from "react";

type CaptionProps = { caption: string | null; credit: string | null };

/** The line below a picture; nothing when there is neither caption nor credit. */
export function Caption({ caption, credit }: CaptionProps): ReactNode {
  if (!caption && !credit) return null;
  return (
    <figcaption className="rt-caption">
      {caption && <span className="rt-caption__text">{caption}</span>}
      {caption && credit && " "}
      {credit && <span className="rt-caption__credit">{credit}</span>}
    </figcaption>
  );
}
