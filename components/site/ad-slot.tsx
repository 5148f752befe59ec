import type { CSSProperties, ReactElement, ReactNode } from "react";
import type { AdvertisementSlot } from "@/lib/advertising/slots";
import type { AdvertisementView } from "@/lib/advertising/types";
import { Picture } from "./picture";

const sizes: Record<AdvertisementSlot, string> = {
  "article-inline": "(min-width: 48rem) 40rem, 92vw",
  "article-side": "(min-width: 64rem) 19rem, (min-width: 40rem) 24rem, 92vw",
};

type AdSlotProps = {
  slot: AdvertisementSlot;
  advertisements: readonly AdvertisementView[];
  /** Which slot of this name on the page it is, from 0; several advertisements take turns. */
  index?: number;
};

/** A labelled advertisement in a box that is kept free for it; without an advertisement there is no box. */
export function AdSlot({ slot, advertisements, index = 0 }: AdSlotProps): ReactNode {
  const candidates = advertisements.filter((candidate) => candidate.slot === slot);
  const advertisement = candidates[index % candidates.length];
  if (!advertisement) return null;
  return (
    <div className={`ad ad--${slot}`}>
      <p className="ad__label">Advertisement</p>
      <AdBox advertisement={advertisement} sizes={sizes[slot]} />
    </div>
  );
}

/** The advertisement itself, as readers see it. */
export function AdBox({ advertisement, sizes }: { advertisement: AdvertisementView; sizes: string }): ReactElement {
  const { width, height, content } = advertisement;
  const maxWidth = `${String(width)}px`;
  if (content.kind === "image") {
    const shape: CSSProperties = { maxWidth, aspectRatio: `${String(width)} / ${String(height)}` };
    return (
      <a className="ad__link" href={content.href} rel="sponsored noopener" style={shape}>
        <Picture media={content.media} alt={content.media.alt} sizes={sizes} />
      </a>
    );
  }
  const box: CSSProperties = { maxWidth, minHeight: `${String(height)}px` };
  return (
    <div
      className="ad__html"
      style={box}
      // eslint-disable-next-line no-restricted-syntax -- cleaned by lib/advertising/html.ts when saved and when read
      dangerouslySetInnerHTML={{ __html: content.html }}
    />
  );
}
