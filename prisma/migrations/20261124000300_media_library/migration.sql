-- AlterTable
ALTER TABLE "media" ADD COLUMN "folder_id" INTEGER;

-- CreateTable
CREATE TABLE "media_folder" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" INTEGER,

    CONSTRAINT "media_folder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_leftover" (
    "key" TEXT NOT NULL,
    "widths" INTEGER[],
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_leftover_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "article_media" (
    "article_id" INTEGER NOT NULL,
    "media_id" INTEGER NOT NULL,

    CONSTRAINT "article_media_pkey" PRIMARY KEY ("article_id","media_id")
);

-- CreateTable
CREATE TABLE "publication_media" (
    "publication_id" INTEGER NOT NULL,
    "media_id" INTEGER NOT NULL,

    CONSTRAINT "publication_media_pkey" PRIMARY KEY ("publication_id","media_id")
);

-- CreateTable
CREATE TABLE "page_media" (
    "page_id" INTEGER NOT NULL,
    "media_id" INTEGER NOT NULL,

    CONSTRAINT "page_media_pkey" PRIMARY KEY ("page_id","media_id")
);

-- CreateTable
CREATE TABLE "revision_media" (
    "revision_id" INTEGER NOT NULL,
    "media_id" INTEGER NOT NULL,

    CONSTRAINT "revision_media_pkey" PRIMARY KEY ("revision_id","media_id")
);

-- CreateTable
CREATE TABLE "merged_category" (
    "old_id" INTEGER NOT NULL,
    "category_id" INTEGER NOT NULL,

    CONSTRAINT "merged_category_pkey" PRIMARY KEY ("old_id")
);

-- CreateTable
CREATE TABLE "merged_tag" (
    "old_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,

    CONSTRAINT "merged_tag_pkey" PRIMARY KEY ("old_id")
);

-- CreateTable
CREATE TABLE "home_slot" (
    "slot" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "home_slot_pkey" PRIMARY KEY ("slot")
);

-- CreateIndex
CREATE INDEX "media_folder_id_idx" ON "media"("folder_id");

-- CreateIndex
CREATE INDEX "media_created_at_id_idx" ON "media"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "media_folder_parent_id_idx" ON "media_folder"("parent_id");

-- CreateIndex
CREATE INDEX "media_leftover_since_idx" ON "media_leftover"("since");

-- CreateIndex
CREATE INDEX "article_media_media_id_idx" ON "article_media"("media_id");

-- CreateIndex
CREATE INDEX "publication_media_media_id_idx" ON "publication_media"("media_id");

-- CreateIndex
CREATE INDEX "page_media_media_id_idx" ON "page_media"("media_id");

-- CreateIndex
CREATE INDEX "revision_media_media_id_idx" ON "revision_media"("media_id");

-- CreateIndex
CREATE INDEX "merged_category_category_id_idx" ON "merged_category"("category_id");

-- CreateIndex
CREATE INDEX "merged_tag_tag_id_idx" ON "merged_tag"("tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "home_slot_article_id_key" ON "home_slot"("article_id");

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "media_folder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_folder" ADD CONSTRAINT "media_folder_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "media_folder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_media" ADD CONSTRAINT "article_media_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_media" ADD CONSTRAINT "article_media_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_media" ADD CONSTRAINT "publication_media_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_media" ADD CONSTRAINT "publication_media_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_media" ADD CONSTRAINT "page_media_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_media" ADD CONSTRAINT "page_media_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_category" ADD CONSTRAINT "merged_category_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_tag" ADD CONSTRAINT "merged_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_slot" ADD CONSTRAINT "home_slot_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Folders: no two of one name beside each other, none inside itself.
ALTER TABLE "media_folder" ADD CONSTRAINT "media_folder_name_check" CHECK ("name" = btrim("name") AND "name" <> '');
CREATE UNIQUE INDEX "media_folder_name_key" ON "media_folder"(coalesce("parent_id", 0), lower("name"));
CREATE FUNCTION "refuse_folder_loop"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        WITH RECURSIVE ancestor AS (
            SELECT NEW.parent_id AS id
            UNION
            SELECT f.parent_id FROM media_folder f JOIN ancestor a ON f.id = a.id
        )
        SELECT 1 FROM ancestor WHERE id = NEW.id
    ) THEN
        RAISE EXCEPTION 'folder % would lie in itself', NEW.name USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "media_folder_loop" BEFORE INSERT OR UPDATE OF "parent_id" ON "media_folder"
    FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION "refuse_folder_loop"();

-- Search of the library: parts of words, in what a picture is called, shows and owes to whom.
CREATE INDEX "media_search_idx" ON "media"
    USING GIN (("original_name" || ' ' || "alt" || ' ' || coalesce("credit", '')) gin_trgm_ops);

-- The pictures of a body, as lib/richtext/media-references.ts finds them: nodes of the type image, at any depth.
CREATE FUNCTION "body_media_ids"("document" jsonb) RETURNS SETOF integer LANGUAGE sql IMMUTABLE AS $$
    SELECT DISTINCT found::integer
    FROM jsonb_path_query(
        "document",
        'strict $.** ? (@.type == "image" && @.attrs.mediaId > 0 && @.attrs.mediaId < 2147483648).attrs.mediaId'
    ) AS found
$$;

-- Writes the references of one document. A picture that is gone is left out (readers' pages skip it, too); the row lock
-- makes this wait for a deletion that is under way, and a deletion wait for this.
CREATE FUNCTION "keep_media_references"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    target text := TG_ARGV[0];
    owner_column text := TG_ARGV[1];
    ids integer[];
BEGIN
    IF TG_TABLE_NAME = 'revision' THEN
        ids := ARRAY(
            SELECT body_media_ids(NEW.snapshot -> 'body')
            UNION
            SELECT (NEW.snapshot ->> 'coverId')::integer WHERE jsonb_typeof(NEW.snapshot -> 'coverId') = 'number'
        );
    ELSE
        IF TG_OP = 'UPDATE' THEN
            IF NEW.body = OLD.body THEN
                RETURN NULL;
            END IF;
            EXECUTE format('DELETE FROM %I WHERE %I = $1', target, owner_column) USING NEW.id;
        END IF;
        ids := ARRAY(SELECT body_media_ids(NEW.body));
    END IF;
    IF cardinality(ids) > 0 THEN
        EXECUTE format(
            'INSERT INTO %I (%I, media_id)
             SELECT $1, found.id FROM (SELECT id FROM media WHERE id = ANY ($2) ORDER BY id FOR KEY SHARE) AS found',
            target, owner_column
        ) USING NEW.id, ids;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "article_media_references" AFTER INSERT OR UPDATE OF "body" ON "article"
    FOR EACH ROW EXECUTE FUNCTION "keep_media_references"('article_media', 'article_id');
CREATE TRIGGER "publication_media_references" AFTER INSERT OR UPDATE OF "body" ON "publication"
    FOR EACH ROW EXECUTE FUNCTION "keep_media_references"('publication_media', 'publication_id');
CREATE TRIGGER "page_media_references" AFTER INSERT OR UPDATE OF "body" ON "page"
    FOR EACH ROW EXECUTE FUNCTION "keep_media_references"('page_media', 'page_id');
CREATE TRIGGER "revision_media_references" AFTER INSERT ON "revision"
    FOR EACH ROW EXECUTE FUNCTION "keep_media_references"('revision_media', 'revision_id');

-- What is written already.
INSERT INTO "article_media" SELECT a."id", m."id" FROM "article" a, body_media_ids(a."body") AS used JOIN "media" m ON m."id" = used;
INSERT INTO "publication_media" SELECT p."id", m."id" FROM "publication" p, body_media_ids(p."body") AS used JOIN "media" m ON m."id" = used;
INSERT INTO "page_media" SELECT p."id", m."id" FROM "page" p, body_media_ids(p."body") AS used JOIN "media" m ON m."id" = used;
INSERT INTO "revision_media"
    SELECT r."id", m."id" FROM "revision" r, body_media_ids(r."snapshot" -> 'body') AS used JOIN "media" m ON m."id" = used
    UNION
    SELECT r."id", m."id" FROM "revision" r JOIN "media" m ON to_jsonb(m."id") = r."snapshot" -> 'coverId';

-- Places of the home page.
ALTER TABLE "home_slot" ADD CONSTRAINT "home_slot_name_check" CHECK ("slot" IN ('lead', 'top-1', 'top-2', 'top-3', 'top-4'));

-- Advertisements: slots that pages have, addresses that a link may carry, words for who does not see the picture.
ALTER TABLE "advertisement"
    ADD CONSTRAINT "advertisement_slot_check" CHECK ("slot" IN ('article-inline', 'article-side')),
    ADD CONSTRAINT "advertisement_href_check" CHECK ("href" ~ '^(https?://|/([^/]|$))'),
    ADD CONSTRAINT "advertisement_alt_check" CHECK ("alt" <> '');
