import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { parseDocument } from "@/lib/richtext/parse";
import { relocateAnchor } from "../relocate-anchor";
import type { CommentReply, CommentThread } from "../types";

type Row = {
  id: number;
  parent_id: number | null;
  body: string;
  author_id: number | null;
  author_name: string | null;
  block_index: number | null;
  quote: string | null;
  created_at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
};

/**
 * What was said about an article, in the order in which it was said; passages where the working copy has them now.
 * @throws AppError "forbidden", "not-found"
 */
export async function listComments(actor: Actor, articleId: number): Promise<CommentThread[]> {
  authorise(actor, "article.read");
  const [[article], rows] = await Promise.all([
    sql<{ body: unknown }>("SELECT body FROM article WHERE id = $1", [articleId]),
    sql<Row>(
      `SELECT c.id, c.parent_id, c.body, c.author_id, author.name AS author_name, c.block_index, c.quote, c.created_at,
         c.resolved_at, resolver.name AS resolved_by
       FROM review_comment c LEFT JOIN app_user author ON author.id = c.author_id
         LEFT JOIN app_user resolver ON resolver.id = c.resolved_by_id
       WHERE c.article_id = $1 ORDER BY c.created_at, c.id`,
      [articleId],
    ),
  ]);
  if (!article) throw new AppError("not-found", "There is no such article. Somebody may have removed it.");
  const { doc } = parseDocument(article.body);
  return rows
    .filter((row) => row.parent_id === null)
    .map((row) => ({
      ...toReply(row),
      anchor:
        row.quote === null || row.block_index === null
          ? null
          : {
              quote: row.quote,
              blockIndex: relocateAnchor(doc, { blockIndex: row.block_index, quote: row.quote }),
            },
      resolvedAt: row.resolved_at,
      resolvedBy: row.resolved_by,
      replies: rows.filter((reply) => reply.parent_id === row.id).map(toReply),
    }));
}

function toReply(row: Row): CommentReply {
  const by = row.author_id === null ? null : { id: row.author_id, name: row.author_name ?? "" };
  return { id: row.id, body: row.body, by, createdAt: row.created_at };
}
