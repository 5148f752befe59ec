/**
 * Pasted HTML as a plain tree, so that its cleaning knows no browser: components/desk/editor/paste/read-html.ts makes it
 * from what the browser parsed. Comments and processing instructions are not in it.
 */
export type PasteElement = {
  /** Lower case, with a prefix when there is one: "p", "o:p", "st1:place". */
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly PasteNode[];
};
export type PasteNode = string | PasteElement;

/** The declarations of a style attribute by lower-case name; of two the last, as in CSS. Office's own are there too. */
export function stylesOf(element: PasteElement): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  for (const declaration of (element.attributes.style ?? "").split(";")) {
    const colon = declaration.indexOf(":");
    if (colon > 0)
      styles.set(
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return styles;
}

/** All words in it, as they stand. */
export function textOf(node: PasteNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

/** Whether an element of that name is in it, however deep. */
export function holds(node: PasteNode, tag: string): boolean {
  return typeof node !== "string" && (node.tag === tag || node.children.some((child) => holds(child, tag)));
}

export function isBlank(text: string): boolean {
  return /^[\s\u00a0\u200b\ufeff]*$/.test(text);
}
