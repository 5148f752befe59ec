"use client";
import type { ReactElement } from "react";
import { cssPosition } from "@/components/desk/media/focal-point";
import type { PickedMedia } from "@/lib/media/types";
import { searchPreview, socialPreview, type PreviewInput } from "@/lib/seo/search-preview";

/** Colours and sizes of a search result, not of the desk. */
const resultFont = { fontFamily: "Arial, Helvetica, sans-serif" };

/** The article as one result among others. */
export function SearchResultPreview({ input }: { input: PreviewInput }): ReactElement {
  const { title, description, crumbs, warnings } = searchPreview(input);
  return (
    <figure className="gap-1.5 grid">
      <figcaption className="font-semibold">As a search result</figcaption>
      <div style={resultFont} className="rounded-md border-line bg-raised p-3 border">
        <p className="text-xs text-quiet truncate">{crumbs}</p>
        <p className="text-xl leading-snug text-accent wrap-anywhere">{title.text || "Without a headline"}</p>
        <p className="text-sm wrap-anywhere">{description.text}</p>
      </div>
      {warnings.length > 0 && (
        <ul className="text-sm text-warn">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </figure>
  );
}

type SocialCardPreviewProps = { input: PreviewInput; cover: PickedMedia | null };

/** The article as a shared link. Its picture is the hero: there is no other to choose. */
export function SocialCardPreview({ input, cover }: SocialCardPreviewProps): ReactElement {
  const { title, description, host } = socialPreview(input);
  return (
    <figure className="gap-1.5 grid">
      <figcaption className="font-semibold">As a shared link</figcaption>
      <div className="rounded-md border-line bg-raised overflow-hidden border">
        {cover && (
          <img
            src={cover.preview}
            alt=""
            style={{ objectPosition: cssPosition({ x: cover.focalX, y: cover.focalY }) }}
            className="aspect-[1.91/1] w-full object-cover"
          />
        )}
        <div className="gap-0.5 p-3 grid">
          <p className="text-xs text-quiet">{host}</p>
          <p className="font-semibold wrap-anywhere">{title || "Without a headline"}</p>
          <p className="text-sm text-quiet line-clamp-2 wrap-anywhere">{description}</p>
        </div>
      </div>
      <p className="text-sm text-quiet">
        {cover ? "The picture is the hero." : "Without a hero, shared links show no picture."}
      </p>
    </figure>
  );
}
