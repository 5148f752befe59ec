/** What must be true of a working copy before readers may see it. Pure: the same answer in a form and in the verb. */
import type { RichTextDocument } from "@/lib/richtext/schema";
import { numberReferences } from "@/lib/richtext/references";
import type { WorkingCopy } from "./schema";

export type Blocker = { field: keyof WorkingCopy; problem: string };

/** Why this can't be published yet; empty when it can. */
export function publishBlockers(copy: WorkingCopy): Blocker[] {
  const blockers: Blocker[] = [];
  const block = (field: keyof WorkingCopy, problem: string): void => {
    blockers.push({ field, problem });
  };
  if (copy.excerpt === "") block("excerpt", "There is no excerpt.");
  if (copy.authorIds.length === 0) block("authorIds", "There is no byline.");
  if (copy.coverId !== null && copy.coverAlt === "") block("coverAlt", "The cover has no alternative text.");
  if (picturesWithoutAlternative(copy.body) > 0) {
    block("body", "A picture has no alternative text and is not marked as decorative.");
  }
  const known = new Set(copy.citations.map((citation) => citation.id));
  const missing = numberReferences(copy.body).order.filter((key) => !known.has(key));
  if (missing.length > 0)
    block("citations", `The text refers to ${missing.join(", ")}, which the reference list lacks.`);
  return blockers;
}

function picturesWithoutAlternative(body: RichTextDocument): number {
  const images = body.content.flatMap((block) =>
    block.type === "image" ? [block] : block.type === "gallery" ? block.content : [],
  );
  return images.filter((image) => !image.attrs.decorative && image.attrs.alt.trim() === "").length;
}
