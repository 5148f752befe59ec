import { Node } from "@tiptap/core";
import type { DOMOutputSpec } from "@tiptap/pm/model";
import type { GalleryNode, ImageNode } from "@/lib/richtext/schema";
import { dataAttribute, optionalWords, wordsFrom } from "./attributes";
import type { EditorPicture, PictureShelf } from "./picture-view";

export type PictureOptions = { shelf: PictureShelf };

/** Most pictures in one gallery (lib/richtext/schema.ts). */
export const mostInGallery = 30;

export const Image = Node.create<PictureOptions>({
  name: "image",
  group: "block",
  atom: true,
  draggable: true,
  addOptions: () => ({ shelf: new Map() }),
  addAttributes() {
    return {
      mediaId: { default: 1, renderHTML: ({ mediaId }) => dataAttribute("mediaId", mediaId) },
      alt: { default: "", renderHTML: ({ alt }) => dataAttribute("alt", alt) },
      decorative: {
        default: false,
        parseHTML: (element: HTMLElement) => element.dataset.decorative === "true",
        renderHTML: ({ decorative }) => dataAttribute("decorative", decorative),
      },
      caption: optionalWords("caption", 600),
      credit: optionalWords("credit", 200),
    };
  },
  parseHTML() {
    return [
      {
        tag: "figure[data-media-id]",
        getAttrs: (element) => {
          const mediaId = Number(element.dataset.mediaId);
          if (!Number.isSafeInteger(mediaId) || mediaId < 1) return false;
          return { mediaId, alt: wordsFrom(element, "alt", 500) };
        },
      },
    ];
  },
  renderHTML({ node, HTMLAttributes }) {
    const attributes = node.attrs as ImageNode["attrs"];
    return [
      "figure",
      { ...HTMLAttributes, class: "rte-picture" },
      picture(attributes, this.options.shelf.get(attributes.mediaId)),
      ...belowPicture(attributes, this.options.shelf.get(attributes.mediaId)),
    ];
  },
});

function picture({ alt, decorative, mediaId }: ImageNode["attrs"], known: EditorPicture | undefined): DOMOutputSpec {
  if (!known) return ["p", { class: "rte-picture__missing" }, `Picture ${String(mediaId)} is not in the library.`];
  const { preview: src, width, height } = known;
  return ["img", { src, width: String(width), height: String(height), alt: decorative ? "" : alt, draggable: "false" }];
}

function belowPicture(attributes: ImageNode["attrs"], known: EditorPicture | undefined): DOMOutputSpec[] {
  const { alt, decorative, caption } = attributes;
  const credit = attributes.credit ?? known?.credit;
  const words = [caption, credit && `(${credit})`].filter(Boolean).join(" ");
  return [
    ...(words ? [["figcaption", words] as const] : []),
    ...(alt === "" && !decorative
      ? [["p", { class: "rte-picture__alert" }, "Needs an alternative text"] as const]
      : []),
  ];
}

export const Gallery = Node.create({
  name: "gallery",
  group: "block",
  content: `image{1,${String(mostInGallery)}}`,
  isolating: true,
  draggable: true,
  addAttributes: () => ({ caption: optionalWords("caption", 600) }),
  parseHTML: () => [{ tag: "section[data-gallery]" }],
  renderHTML: ({ HTMLAttributes }) => ["section", { ...HTMLAttributes, "data-gallery": "" }, 0],
});

/** What a picture from the library looks like as a block. */
export function imageFrom(known: EditorPicture): ImageNode {
  const { id, alt, decorative } = known;
  return {
    type: "image",
    attrs: { mediaId: id, alt: decorative ? "" : alt, decorative, caption: null, credit: null },
  };
}

export function galleryFrom(images: ImageNode[]): GalleryNode {
  return { type: "gallery", attrs: { caption: null }, content: images.slice(0, mostInGallery) };
}
