-- CreateTable
CREATE TABLE "cdn_purge" (
    "id" BIGSERIAL NOT NULL,
    "tags" TEXT[],
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "cdn_purge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cdn_purge_due_at_idx" ON "cdn_purge"("due_at");

-- CreateTable
CREATE TABLE "cdn_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "next_turn_at" TIMESTAMPTZ(3),
    "not_before" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "refused" BOOLEAN NOT NULL DEFAULT false,
    "last_success_at" TIMESTAMPTZ(3),
    "last_error_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    CONSTRAINT "cdn_state_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "cdn_state" ADD CONSTRAINT "cdn_state_is_one_row" CHECK ("id" = 1);

-- A purge that names nothing would be one of everything to some, and of nothing to others.
ALTER TABLE "cdn_purge" ADD CONSTRAINT "cdn_purge_names_something" CHECK (cardinality("tags") > 0);
