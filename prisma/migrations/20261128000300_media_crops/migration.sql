-- Names of the crops that exist. NULL: they are still to be made, as of every picture that is older than this column.
ALTER TABLE "media" ADD COLUMN "crops" TEXT[];
ALTER TABLE "media_leftover" ADD COLUMN "crops" TEXT[] DEFAULT ARRAY[]::TEXT[];

CREATE INDEX "media_crops_due_idx" ON "media" ("id") WHERE "crops" IS NULL;
