-- CreateTable
CREATE TABLE "picture_intake" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "replaces_id" INTEGER,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "media_id" INTEGER,
    "changed" BOOLEAN,
    "error_code" TEXT,
    "error_message" TEXT,

    CONSTRAINT "picture_intake_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "picture_intake_key_key" ON "picture_intake"("key");

-- CreateIndex
CREATE INDEX "picture_intake_user_id_idx" ON "picture_intake"("user_id");

-- CreateIndex
CREATE INDEX "picture_intake_created_at_idx" ON "picture_intake"("created_at");

-- AddForeignKey
ALTER TABLE "picture_intake" ADD CONSTRAINT "picture_intake_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
