import type { ReactNode } from "react";
import type { ImageNode } from "@/lib/richtext/schema";
import { Picture } from "@/components/site/picture";
import { Caption } from "./caption";
import type { RenderContext } from "./render-context";

/** The width of the text column; narrower screens give it all. */
const columnSizes = "(min-width: 48rem) 44rem, 100vw";

type ImageFigureProps = { node: ImageNode; context: RenderContext; sizes?: string };

/** A picture with its caption. The credit is the one written here, else that of the picture itself. */
export function ImageFigure({ node, context, sizes = columnSizes }: ImageFigureProps): ReactNode {
  const { mediaId, alt, decorative, caption, credit } = node.attrs;
  const media = context.media.get(mediaId);
  if (!media) return null;
  return (
    <figure className="rt-figure">
      <Picture media={media} alt={decorative ? "" : alt} sizes={sizes} />
      <Caption caption={caption} credit={credit ?? media.credit} />
    </figure>
  );
}
