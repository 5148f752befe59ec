/** What becomes of each HTML element. */
import { stylesOf, type PasteElement } from "./paste-tree";

/** Gone with everything in them: nothing there is text for readers. */
const droppedTags = new Set(
  "head style script noscript template title meta link base xml svg math canvas audio video object embed applet textarea select datalist input map area del w:sdtpr o:shapedefaults v:shapetype".split(
    " ",
  ),
);

/** Begin a line of their own. Tags that are in no list count as inline, so their words are kept. */
const blockTags = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul w:sdt".split(
    " ",
  ),
);

/** Hidden, struck out by change tracking, or Word's own margin: comments, footnote text separators. */
export function isDropped(element: PasteElement): boolean {
  if (droppedTags.has(element.tag) || "hidden" in element.attributes) return true;
  const styles = stylesOf(element);
  if (styles.get("display") === "none" || styles.get("mso-hide") === "all") return true;
  if (styles.get("mso-list") === "ignore" || /^comment/.test(styles.get("mso-element") ?? "")) return true;
  return /\bmsocom|\bMsoCommentReference\b/.test(element.attributes.class ?? "");
}

export function isBlock(element: PasteElement): boolean {
  return blockTags.has(element.tag);
}
