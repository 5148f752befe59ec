import type { AccountName } from "@/lib/articles/types";

export type CommentLine = { id: number; body: string; by: AccountName | null; createdAt: Date };

/** A discussion of a passage, or of the whole text. */
export type CommentThread = CommentLine & {
  /** Null: about the whole text. A null index: the passage is gone from the text. */
  anchor: { quote: string; blockIndex: number | null } | null;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  replies: CommentLine[];
};
