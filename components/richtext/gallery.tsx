import type { ReactNode } from "react";
import type { GalleryNode } from "@/lib/richtext/schema";
import { ImageFigure } from "./image-figure";
import type { RenderContext } from "./render-context";

/** Two in a row on wider screens, one below the other on phones. */
const cellSizes = "(min-width: 48rem) 22rem, (min-width: 30rem) 50vw, 100vw";

/** Pictures that belong together, each with its own caption. Nothing when none of them is left. */
export function Gallery({ node, context }: { node: GalleryNode; context: RenderContext }): ReactNode {
  const images = node.content.filter(({ attrs }) => context.media.has(attrs.mediaId));
  if (images.length === 0) return null;
  const { caption } = node.attrs;
  return (
    <figure className="rt-gallery">
      <ul className="rt-gallery__list">
        {images.map((image, index) => (
          <li key={index}>
            <ImageFigure node={image} context={context} sizes={cellSizes} />
          </li>
        ))}
      </ul>
      {caption && <figcaption className="rt-caption">{caption}</figcaption>}
    </figure>
  );
}
