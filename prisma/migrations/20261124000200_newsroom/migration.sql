-- DropIndex
DROP INDEX "article_category_id_idx";

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "approved_by_id" INTEGER,
ADD COLUMN     "assigned_reviewer_id" INTEGER,
ADD COLUMN     "editor_id" INTEGER,
ADD COLUMN     "public_from" TIMESTAMPTZ(3),
ADD COLUMN     "public_until" TIMESTAMPTZ(3),
ADD COLUMN     "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('public.magazine', "headline"), 'A')
    || setweight(to_tsvector('public.magazine', "excerpt"), 'B')
    || setweight(jsonb_to_tsvector('public.magazine', jsonb_path_query_array("body", 'strict $.** ? (@.type == "text").text'), '["string"]'), 'C')
) STORED,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN     "unpublished_changes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "redirect" ADD COLUMN     "active_from" TIMESTAMPTZ(3),
ADD COLUMN     "article_id" INTEGER;

-- CreateTable
CREATE TABLE "withdrawal" (
    "id" SERIAL NOT NULL,
    "article_id" INTEGER,
    "path" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "lifted_at" TIMESTAMPTZ(3),
    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment" (
    "id" SERIAL NOT NULL,
    "article_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "author_id" INTEGER,
    "body" TEXT NOT NULL,
    "block_index" INTEGER,
    "quote" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" INTEGER,
    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "withdrawal_path_at_idx" ON "withdrawal"("path", "at" DESC);

-- CreateIndex
CREATE INDEX "withdrawal_article_id_idx" ON "withdrawal"("article_id");

-- CreateIndex
CREATE INDEX "review_comment_article_id_created_at_idx" ON "review_comment"("article_id", "created_at");

-- CreateIndex
CREATE INDEX "review_comment_parent_id_article_id_idx" ON "review_comment"("parent_id", "article_id");

-- CreateIndex
CREATE INDEX "review_comment_author_id_idx" ON "review_comment"("author_id");

-- CreateIndex
CREATE INDEX "review_comment_resolved_by_id_idx" ON "review_comment"("resolved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_comment_id_article_id_key" ON "review_comment"("id", "article_id");

-- CreateIndex
CREATE INDEX "article_updated_at_id_idx" ON "article"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_state_updated_at_id_idx" ON "article"("state", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_category_id_updated_at_id_idx" ON "article"("category_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_created_at_id_idx" ON "article"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_headline_id_idx" ON "article"("headline", "id");

-- CreateIndex
CREATE INDEX "article_public_until_idx" ON "article"("public_until");

-- CreateIndex
CREATE INDEX "article_trashed_at_idx" ON "article"("trashed_at");

-- CreateIndex
CREATE INDEX "article_approved_by_id_idx" ON "article"("approved_by_id");

-- CreateIndex
CREATE INDEX "article_editor_id_idx" ON "article"("editor_id");

-- CreateIndex
CREATE INDEX "article_assigned_reviewer_id_idx" ON "article"("assigned_reviewer_id");

-- CreateIndex
CREATE INDEX "article_search_idx" ON "article" USING GIN ("search");

-- CreateIndex
CREATE INDEX "publication_article_id_visible_from_idx" ON "publication"("article_id", "visible_from");

-- CreateIndex
CREATE INDEX "redirect_to_path_idx" ON "redirect"("to_path");

-- CreateIndex
CREATE INDEX "redirect_article_id_idx" ON "redirect"("article_id");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_assigned_reviewer_id_fkey" FOREIGN KEY ("assigned_reviewer_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_parent_id_article_id_fkey" FOREIGN KEY ("parent_id", "article_id") REFERENCES "review_comment"("id", "article_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Lists sort by the day of publication, articles that never were public last. Prisma has no word for this index.
CREATE INDEX "article_published_idx" ON "article"((coalesce("first_published_at", '-infinity'::timestamptz)) DESC, "id" DESC);

-- What is written already: the range of the newest version.
UPDATE "article" a SET "public_from" = p."visible_from", "public_until" = p."visible_until"
FROM (
    SELECT DISTINCT ON ("article_id") "article_id", "visible_from", "visible_until" FROM "publication"
    WHERE "visible_until" IS NULL OR "visible_from" < "visible_until"
    ORDER BY "article_id", "visible_from" DESC
) AS p
WHERE p."article_id" = a."id";

ALTER TABLE "article"
    ADD CONSTRAINT "article_public_range_check" CHECK ("public_until" IS NULL OR "public_from" < "public_until"),
    ADD CONSTRAINT "article_approval_check" CHECK ("approved_by_id" IS NULL OR "approved_at" IS NOT NULL),
    ADD CONSTRAINT "article_approver_check" CHECK ("approved_by_id" IS NULL OR "approved_by_id" IS DISTINCT FROM "created_by_id"),
    ADD CONSTRAINT "article_assigned_reviewer_check" CHECK ("assigned_reviewer_id" IS NULL OR "assigned_reviewer_id" IS DISTINCT FROM "created_by_id");

-- Addresses of the site itself: from the root, no query and no trailing slash on the left; never another host.
ALTER TABLE "redirect"
    ADD CONSTRAINT "redirect_from_check" CHECK ("from_path" ~ '^/[^/?#\s][^?#\s]*$' AND "from_path" !~ '/$'),
    ADD CONSTRAINT "redirect_to_check" CHECK ("to_path" ~ '^/([^/\\\s][^\\\s]*)?$'),
    ADD CONSTRAINT "redirect_hits_check" CHECK ("hits" >= 0);

ALTER TABLE "withdrawal"
    ADD CONSTRAINT "withdrawal_path_check" CHECK ("path" ~ '^/[^/?#\s][^?#\s]*$'),
    ADD CONSTRAINT "withdrawal_reason_check" CHECK ("gone" OR "reason" <> ''),
    ADD CONSTRAINT "withdrawal_lifted_check" CHECK ("lifted_at" IS NULL OR "at" <= "lifted_at");

-- A passage is a place and its words; answers have neither, and it is the thread that is resolved.
ALTER TABLE "review_comment"
    ADD CONSTRAINT "review_comment_body_check" CHECK ("body" <> ''),
    ADD CONSTRAINT "review_comment_anchor_check" CHECK (("block_index" IS NULL) = ("quote" IS NULL) AND ("block_index" IS NULL OR "block_index" >= 0) AND "quote" <> ''),
    ADD CONSTRAINT "review_comment_reply_check" CHECK ("parent_id" IS NULL OR ("block_index" IS NULL AND "resolved_at" IS NULL)),
    ADD CONSTRAINT "review_comment_resolved_check" CHECK ("resolved_by_id" IS NULL OR "resolved_at" IS NOT NULL);
