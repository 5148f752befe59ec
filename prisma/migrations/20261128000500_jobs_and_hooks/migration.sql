-- CreateTable
CREATE TABLE "job_runner" (
    "id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "job_runner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hook_target" (
    "name" TEXT NOT NULL,
    "seen_until" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_success_at" TIMESTAMPTZ(3),
    "last_error_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    CONSTRAINT "hook_target_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "announcement" (
    "target" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "announcement_pkey" PRIMARY KEY ("target", "path")
);

-- CreateIndex
CREATE INDEX "announcement_target_created_at_idx" ON "announcement"("target", "created_at");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_target_fkey" FOREIGN KEY ("target") REFERENCES "hook_target"("name") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "announcement" ADD CONSTRAINT "announcement_path_is_a_path" CHECK ("path" LIKE '/%');
