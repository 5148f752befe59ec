/** A working copy for tests of the checklist: nothing is missing. */
import type { Block, RichTextDocument } from "@/lib/richtext/schema";
import { citationSchema, type Citation } from "@/lib/richtext/citation";
import { doc, heading, paragraph, reference } from "@/lib/richtext/testing/shorthand";
import { workingCopyInput, type WorkingCopy, type WorkingCopyInput } from "../../schema";

export const citation: Citation = citationSchema.parse({
  id: "work-2020",
  type: "article",
  title: "A work",
  authors: ["Doe, Jane"],
  year: 2020,
});

export function completeCopy(given: Partial<WorkingCopyInput> = {}): WorkingCopy {
  return workingCopyInput.parse({
    slug: "an-article",
    categoryId: 1,
    headline: "What a first session is like",
    excerpt: "What happens in the first hour, what to bring, and what you may ask the therapist before you decide.",
    body: doc(
      paragraph("People who go to a first session often do not know what to expect.", reference("work-2020")),
      heading(2, "Before"),
      paragraph("Bring nothing. ", { type: "text", text: "Read on.", marks: [linkTo("/news/how-therapy-ends")] }),
    ),
    citations: [citation],
    tagIds: [1],
    authorIds: [1],
    coverId: 1,
    coverAlt: "Two chairs",
    reviewerId: 2,
    reviewedAt: new Date("2026-01-02T00:00:00Z"),
    healthClaims: true,
    ...given,
  });
}

/** A body of these blocks alone. */
export function bodyOf(...blocks: (Block | string)[]): { body: RichTextDocument } {
  return { body: doc(...blocks.map((block) => (typeof block === "string" ? paragraph(block) : block))) };
}

function linkTo(href: string) {
  return { type: "link" as const, attrs: { href } };
}
