import type { Transaction } from "@/lib/db/client";

/** Writes a comment about the whole of an article. Private to the verbs of this folder. @returns its id */
export async function addRemark(
  tx: Transaction,
  remark: { articleId: number; authorId: number | null; body: string; createdAt: Date },
): Promise<number> {
  const { id } = await tx.reviewComment.create({ data: remark, select: { id: true } });
  return id;
}
