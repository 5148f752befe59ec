import type { CSSProperties, ReactNode } from "react";
import type { AdvertisementView } from "@/lib/site-frame/types";
import { Picture } from "./picture";

export type AdSlotName = "article-inline" | "article-side";

const sizes: Record<AdSlotName, string> = {
  "article-inline": "(min-width: 48rem) 40rem, 92vw",
  "article-side": "(min-width: 64rem) 19rem, (min-width: 40rem) 24rem, 92vw",
};

type AdSlotProps = {
  slot: AdSlotName;
  advertisements: readonly AdvertisementView[];
  /** Which slot of this name on the page it is, from 0; several advertisements take turns. */
  index?: number;
};

/** A labelled advertisement. Its box has the picture's shape before it loads; without an advertisement there is no box. */
export function AdSlot({ slot, advertisements, index = 0 }: AdSlotProps): ReactNode {
  const candidates = advertisements.filter((candidate) => candidate.slot === slot);
  const advertisement = candidates[index % candidates.length];
  if (!advertisement) return null;
  const { href, media } = advertisement;
  const shape: CSSProperties = { aspectRatio: `${String(media.width)} / ${String(media.height)}` };
  return (
    <div className={`ad ad--${slot}`}>
      <p className="ad__label">Advertisement</p>
      <a className="ad__link" href={href} rel="sponsored noopener" style={shape}>
        <Picture media={media} alt={media.alt} sizes={sizes[slot]} />
      </a>
    </div>
  );
}
