-- A draft may lack everything but its address; what publishing needs, publishBlockers says.
-- AlterTable
ALTER TABLE "article" ALTER COLUMN "category_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "article_version" (
    "article_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "actor_id" INTEGER,
    "session_key" TEXT,
    "save_number" INTEGER,
    "revision_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("article_id","version")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- Who is where is worth nothing after half a minute: not kept safe from a crash.
-- CreateTable
CREATE UNLOGGED TABLE "article_presence" (
    "article_id" INTEGER NOT NULL,
    "session_key" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_presence_pkey" PRIMARY KEY ("article_id","session_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_version_article_id_session_key_save_number_key" ON "article_version"("article_id", "session_key", "save_number");

-- CreateIndex
CREATE INDEX "article_version_actor_id_idx" ON "article_version"("actor_id");

-- CreateIndex
CREATE INDEX "article_version_revision_id_idx" ON "article_version"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_user_id_name_key" ON "saved_view"("user_id", "name");

-- CreateIndex
CREATE INDEX "article_presence_user_id_idx" ON "article_presence"("user_id");

-- CreateIndex
CREATE INDEX "article_presence_seen_at_idx" ON "article_presence"("seen_at");

-- CreateIndex
CREATE INDEX "article_state_public_from_public_until_trashed_at_idx" ON "article"("state", "public_from", "public_until", "trashed_at");

-- CreateIndex
CREATE INDEX "publication_reviewed_at_idx" ON "publication"("reviewed_at");

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_presence" ADD CONSTRAINT "article_presence_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_presence" ADD CONSTRAINT "article_presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A save that can be told again says which it was, or neither.
ALTER TABLE "article_version"
    ADD CONSTRAINT "article_version_save_check" CHECK (("session_key" IS NULL) = ("save_number" IS NULL) AND "save_number" > 0 AND "version" > 0);
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_name_check" CHECK ("name" <> '');

-- A rule for everything below an address ends in /*; one for the whole site would hide it.
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_prefix_check" CHECK ("from_path" !~ '\*' OR "from_path" ~ '^/[^*]+/\*$');
