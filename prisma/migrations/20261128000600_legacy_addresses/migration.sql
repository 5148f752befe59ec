-- CreateEnum
CREATE TYPE "LegacyKind" AS ENUM ('article', 'page', 'media', 'category', 'person');

-- CreateTable
CREATE TABLE "legacy_address" (
    "id" SERIAL NOT NULL,
    "kind" "LegacyKind" NOT NULL,
    "legacy_id" INTEGER,
    "path" TEXT,
    "article_id" INTEGER,
    "page_id" INTEGER,
    "media_id" INTEGER,
    "category_id" INTEGER,
    "person_id" INTEGER,

    CONSTRAINT "legacy_address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "legacy_address_path_key" ON "legacy_address"("path");

-- CreateIndex
CREATE INDEX "legacy_address_article_id_idx" ON "legacy_address"("article_id");

-- CreateIndex
CREATE INDEX "legacy_address_page_id_idx" ON "legacy_address"("page_id");

-- CreateIndex
CREATE INDEX "legacy_address_media_id_idx" ON "legacy_address"("media_id");

-- CreateIndex
CREATE INDEX "legacy_address_category_id_idx" ON "legacy_address"("category_id");

-- CreateIndex
CREATE INDEX "legacy_address_person_id_idx" ON "legacy_address"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "legacy_address_kind_legacy_id_key" ON "legacy_address"("kind", "legacy_id");

-- AddForeignKey
ALTER TABLE "legacy_address" ADD CONSTRAINT "legacy_address_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legacy_address" ADD CONSTRAINT "legacy_address_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legacy_address" ADD CONSTRAINT "legacy_address_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legacy_address" ADD CONSTRAINT "legacy_address_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legacy_address" ADD CONSTRAINT "legacy_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A row is about one thing, of its kind, and about one old address: a number or a path.
ALTER TABLE "legacy_address"
    ADD CONSTRAINT "legacy_address_target_check" CHECK (
        num_nonnulls("article_id", "page_id", "media_id", "category_id", "person_id") = 1
        AND CASE "kind"
            WHEN 'article' THEN "article_id" IS NOT NULL
            WHEN 'page' THEN "page_id" IS NOT NULL
            WHEN 'media' THEN "media_id" IS NOT NULL
            WHEN 'category' THEN "category_id" IS NOT NULL
            WHEN 'person' THEN "person_id" IS NOT NULL
        END),
    ADD CONSTRAINT "legacy_address_source_check" CHECK (num_nonnulls("legacy_id", "path") = 1 AND "legacy_id" > 0),
    ADD CONSTRAINT "legacy_address_path_check" CHECK ("path" LIKE '/_%' AND "path" NOT LIKE '%/');
