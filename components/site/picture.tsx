import type { CSSProperties, ReactElement } from "react";
import type { MediaView } from "@/lib/media/types";
import { mediaVariant } from "@/lib/urls";
import type { ImageFormat } from "@/lib/urls";

export type PictureProps = {
  media: Pick<MediaView, "key" | "width" | "height" | "widths" | "placeholder" | "focalX" | "focalY">;
  /** What the picture shows, in its place on the page; empty for decoration. */
  alt: string;
  /** The picture's width on the page, as in the HTML attribute `sizes`. */
  sizes: string;
  /** For the one picture that is in sight when the page opens (its largest contentful paint). */
  priority?: boolean;
  /** For the `<img>`. */
  className?: string;
};

/** A picture in AVIF, WebP or JPEG, whichever the browser takes first, at the width it needs. */
export function Picture({ media, alt, sizes, priority = false, className }: PictureProps): ReactElement {
  return (
    <picture>
      <source type="image/avif" srcSet={sourceSet(media, "avif")} sizes={sizes} />
      <source type="image/webp" srcSet={sourceSet(media, "webp")} sizes={sizes} />
      <img
        src={mediaVariant(media.key, fallbackWidth(media.widths, media.width), "jpg")}
        srcSet={sourceSet(media, "jpg")}
        sizes={sizes}
        width={media.width}
        height={media.height}
        alt={alt}
        className={className}
        style={{ ...placeholderStyle(media.placeholder), ...cropStyle(media) }}
        {...(priority ? eager : lazy)}
      />
    </picture>
  );
}

const eager = { loading: "eager", fetchPriority: "high" } as const;
const lazy = { loading: "lazy", decoding: "async" } as const;

function sourceSet({ key, widths }: PictureProps["media"], format: ImageFormat): string {
  return widths.map((width) => `${mediaVariant(key, width, format)} ${String(width)}w`).join(", ");
}

/** `src` is for programs that know no srcset (feed readers, old crawlers): large enough to look at, not the largest. */
function fallbackWidth(widths: readonly number[], width: number): number {
  return widths.findLast((candidate) => candidate <= 1280) ?? width;
}

/** The preview lies behind the picture in the very box that width and height reserve, so nothing moves when it loads. */
function placeholderStyle(placeholder: string): CSSProperties | undefined {
  if (placeholder === "") return undefined;
  return { backgroundImage: `url("${placeholder}")`, backgroundSize: "cover", backgroundPosition: "center" };
}

/** Where the style sheet crops a picture, its focal point stays in view; the middle needs no words. */
function cropStyle({ focalX = 0.5, focalY = 0.5 }: PictureProps["media"]): CSSProperties {
  if (focalX === 0.5 && focalY === 0.5) return {};
  return { objectPosition: `${percent(focalX)} ${percent(focalY)}` };
}

function percent(part: number): string {
  return `${String(Math.round(part * 100))}%`;
}
