-- CreateEnum
CREATE TYPE "LinkOutcome" AS ENUM ('alive', 'dead', 'unclear');

-- CreateTable
CREATE TABLE "link_check" (
    "article_id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "outcome" "LinkOutcome" NOT NULL,
    "status" SMALLINT,
    "error" TEXT,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "link_check_pkey" PRIMARY KEY ("article_id", "url")
);

-- CreateIndex
CREATE INDEX "link_check_outcome_checked_at_idx" ON "link_check"("outcome", "checked_at");

-- CreateIndex
CREATE INDEX "link_check_checked_at_idx" ON "link_check"("checked_at");

-- AddForeignKey
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is not alive says why.
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_says_why" CHECK ("outcome" = 'alive' OR "error" IS NOT NULL);
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_status_is_http" CHECK ("status" BETWEEN 100 AND 999);
