/** Pasted HTML as the tree that lib/richtext/paste cleans. */
import type { PasteNode } from "@/lib/richtext/paste/paste-tree";

/** Parses without running, loading or showing anything: a document of DOMParser is inert. */
export function readHtml(html: string): PasteNode[] {
  return nodesOf(new DOMParser().parseFromString(html, "text/html").body);
}

function nodesOf(parent: Node): PasteNode[] {
  return Array.from(parent.childNodes).flatMap((node): PasteNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    const attributes = Object.fromEntries(
      Array.from(node.attributes, ({ name, value }) => [name.toLowerCase(), value]),
    );
    return [{ tag: node.localName.toLowerCase(), attributes, children: nodesOf(node) }];
  });
}

/** The bytes of a picture that stands in the HTML itself. Null when the address is broken. */
export function fileFromDataUri(dataUri: string, name: string): File | null {
  const match = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/=\s]+)$/i.exec(dataUri);
  if (!match) return null;
  const [, type = "", data = ""] = match;
  const bytes = decoded(data);
  const extension = type.split("/")[1] ?? "png";
  return bytes && new File([bytes], `${name}.${extension}`, { type });
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, "")), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
