import type { PasteElement } from "./paste-tree";
import type { Place } from "./reading";

/** Formats that the library takes (lib/media/sniff-format.ts checks the bytes themselves). */
const uploadable = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;

/** Longest alternative text in UTF-16 units, as in the stored body. */
const longestAlt = 500;

/** A picture in pasted HTML: uploaded when its bytes are there, its words when it stands for an emoji, else told. */
export function readPicture(element: PasteElement, { flow, look, reading }: Place): void {
  const { src = "", alt = "" } = element.attributes;
  if (isTracker(element)) return;
  if (isEmoji(element)) {
    flow.words(alt, look);
    return;
  }
  if (uploadable.test(src)) {
    flow.push({
      type: "pictureToUpload",
      dataUri: src,
      alt: alt.replace(/\s+/g, " ").trim().slice(0, longestAlt).toWellFormed(),
    });
    return;
  }
  if (/^https?:/i.test(src)) reading.notices.remotePicture(src.slice(0, 200));
  else reading.notices.unreachablePicture();
}

/** Counting pixels and spacers of mails and web pages. */
function isTracker({ attributes }: PasteElement): boolean {
  return [attributes.width, attributes.height].some((side) => side !== undefined && /^[0-3](?:px)?$/.test(side.trim()));
}

/** Web pages draw emoji as pictures whose alternative text is the character. */
function isEmoji({ attributes: { alt = "" } }: PasteElement): boolean {
  return alt.length <= 16 && /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*\d]\ufe0f?\u20e3)/u.test(alt);
}
