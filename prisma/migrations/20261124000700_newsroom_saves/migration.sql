-- Everything that a form of the desk saves counts its saves, so that a stale form is refused instead of winning.
-- AlterTable
ALTER TABLE "category" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "tag" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "helpline" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "setting" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "page" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "job_title" TEXT,
ADD COLUMN     "licence" TEXT,
ADD COLUMN     "orcid" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "advertisement" ADD COLUMN     "height" INTEGER,
ADD COLUMN     "html" TEXT,
ADD COLUMN     "name" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "width" INTEGER,
ALTER COLUMN "media_id" DROP NOT NULL,
ALTER COLUMN "alt" SET DEFAULT '',
ALTER COLUMN "href" DROP NOT NULL;
UPDATE "advertisement" a SET "name" = a."slot" || ' ' || a."id", "width" = m."width", "height" = m."height"
FROM "media" m WHERE m."id" = a."media_id";
ALTER TABLE "advertisement" ALTER COLUMN "height" SET NOT NULL,
ALTER COLUMN "name" SET NOT NULL,
ALTER COLUMN "width" SET NOT NULL;

-- CreateTable
CREATE TABLE "page_revision" (
    "id" SERIAL NOT NULL,
    "page_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "actor_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "page_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "menu" (
    "name" "MenuName" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "menu_pkey" PRIMARY KEY ("name")
);
INSERT INTO "menu" ("name", "version")
SELECT name, (EXISTS (SELECT 1 FROM "menu_item" i WHERE i."menu" = name))::integer FROM unnest(enum_range(NULL::"MenuName")) AS name;

-- CreateIndex
CREATE UNIQUE INDEX "page_revision_page_id_number_key" ON "page_revision"("page_id", "number");

-- CreateIndex
CREATE INDEX "page_revision_actor_id_idx" ON "page_revision"("actor_id");

-- AddForeignKey
ALTER TABLE "page_revision" ADD CONSTRAINT "page_revision_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_revision" ADD CONSTRAINT "page_revision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_item" ADD CONSTRAINT "menu_item_menu_fkey" FOREIGN KEY ("menu") REFERENCES "menu"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "page_revision_immutable" BEFORE UPDATE ON "page_revision"
    FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting_history"();

-- What is written already is the first revision of each page.
INSERT INTO "page_revision" ("page_id", "number", "snapshot", "created_at")
SELECT "id", "version", jsonb_build_object(
    'slug', "slug", 'title', "title", 'excerpt', "excerpt", 'body', "body",
    'seoDescription', "seo_description", 'noindex', "noindex"
), "updated_at" FROM "page";

-- The log is emptied by nobody, not even all at once.
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting_history"();

-- The desk reads the log by who and by what was done.
CREATE INDEX "audit_entry_action_id_idx" ON "audit_entry"("action", "id" DESC);
CREATE INDEX "audit_entry_actor_label_id_idx" ON "audit_entry"("actor_label", "id" DESC);

-- Tags are looked for by part of their name.
CREATE INDEX "tag_name_trgm_idx" ON "tag" USING GIN ("name" gin_trgm_ops);

ALTER TABLE "person" ADD CONSTRAINT "person_orcid_check" CHECK ("orcid" ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$');

-- Addresses of our own start with one slash and hold no backslash (browsers read it as a slash); others are http(s).
ALTER TABLE "menu_item"
    ADD CONSTRAINT "menu_item_label_check" CHECK ("label" <> ''),
    ADD CONSTRAINT "menu_item_href_check" CHECK ("href" ~ '^(https?://[^\\\s]+|/([^/\\\s][^\\\s]*)?)$');

-- The strip below the opening can be curated, too.
ALTER TABLE "home_slot" DROP CONSTRAINT "home_slot_name_check";
ALTER TABLE "home_slot" ADD CONSTRAINT "home_slot_name_check" CHECK ("slot" IN (
    'lead', 'top-1', 'top-2', 'top-3', 'top-4', 'strip-1', 'strip-2', 'strip-3', 'strip-4', 'strip-5', 'strip-6'
));

-- An advertisement is a picture with words and a link, or HTML that was cleaned; never both.
ALTER TABLE "advertisement" DROP CONSTRAINT "advertisement_href_check", DROP CONSTRAINT "advertisement_alt_check";
ALTER TABLE "advertisement"
    ADD CONSTRAINT "advertisement_name_check" CHECK ("name" <> ''),
    ADD CONSTRAINT "advertisement_box_check" CHECK ("width" BETWEEN 1 AND 2000 AND "height" BETWEEN 1 AND 2000),
    ADD CONSTRAINT "advertisement_kind_check" CHECK (
        CASE WHEN "html" IS NULL
            THEN "media_id" IS NOT NULL AND "href" IS NOT NULL AND "alt" <> '' AND "href" ~ '^(https://[^\\\s]+|/([^/\\\s][^\\\s]*)?)$'
            ELSE "media_id" IS NULL AND "href" IS NULL AND "html" <> ''
        END
    );
