/** Reads stored bodies, also those that a newer or older version of the code wrote. */
import { z } from "zod";
import { blockSchema, type RichTextDocument } from "./schema";

/** A top-level block that this version can't show. `index` counts in the stored body, `type` is "" when there is none. */
export type UnknownBlock = { index: number; type: string; reason: string };

const envelopeSchema = z.object({ type: z.literal("doc"), content: z.array(z.unknown()).default([]) });
const typedSchema = z.object({ type: z.string() });

/**
 * Reads a stored body. A top-level block that is unknown or invalid is left out of `doc` and told in `unknown`, so that
 * the site goes on without it, the desk shows that it is there and the caller logs it.
 * @throws Error when the value is no document at all
 */
export function parseDocument(json: unknown): { doc: RichTextDocument; unknown: UnknownBlock[] } {
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) throw new Error(`Not a rich text document: ${firstIssue(envelope.error)}`);
  const doc: RichTextDocument = { type: "doc", content: [] };
  const unknown: UnknownBlock[] = [];
  for (const [index, value] of envelope.data.content.entries()) {
    const block = blockSchema.safeParse(value);
    if (block.success) doc.content.push(block.data);
    else unknown.push({ index, type: typedSchema.safeParse(value).data?.type ?? "", reason: firstIssue(block.error) });
  }
  return { doc, unknown };
}

/** Where and what, for example "attrs.level: Invalid input". */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "invalid";
  return issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message;
}
