-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('invitation', 'password_reset', 'first_administrator');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'sent', 'failed', 'kept');

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_agent" TEXT NOT NULL,
    "address_prefix" TEXT NOT NULL,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" INTEGER NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" SERIAL NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role",
    "user_id" INTEGER,
    "created_by_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("kind","subject")
);

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" SERIAL NOT NULL,
    "message_id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE INDEX "one_time_link_created_by_id_idx" ON "one_time_link"("created_by_id");

-- CreateIndex
CREATE INDEX "one_time_link_expires_at_idx" ON "one_time_link"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limit_refilled_at_idx" ON "rate_limit"("refilled_at");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_mail_message_id_key" ON "outgoing_mail"("message_id");

-- CreateIndex
CREATE INDEX "outgoing_mail_next_attempt_at_idx" ON "outgoing_mail"("next_attempt_at");

-- CreateIndex
CREATE INDEX "outgoing_mail_created_at_idx" ON "outgoing_mail"("created_at");

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One open invitation of an address, one open link for the first administrator. Several password resets may be open:
-- whoever asks twice may follow either mail.
CREATE UNIQUE INDEX "one_time_link_one_open_key" ON "one_time_link"("kind", "email")
    WHERE "used_at" IS NULL AND "kind" <> 'password_reset';

-- Tokens and codes are kept as sha-256 only.
ALTER TABLE "one_time_link"
    ADD CONSTRAINT "one_time_link_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "one_time_link_email_check" CHECK ("email" = lower("email") AND ("email" = '') = ("kind" = 'first_administrator')),
    ADD CONSTRAINT "one_time_link_role_check" CHECK (("role" IS NOT NULL) = ("kind" = 'invitation')),
    ADD CONSTRAINT "one_time_link_user_check" CHECK ("user_id" IS NULL OR "kind" = 'password_reset'),
    ADD CONSTRAINT "one_time_link_expiry_check" CHECK ("created_at" < "expires_at");
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_hash_check" CHECK ("code_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "rate_limit"
    ADD CONSTRAINT "rate_limit_subject_check" CHECK ("subject" ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT "rate_limit_tokens_check" CHECK ("tokens" >= 0);
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_step_check" CHECK ("last_step" IS NULL OR "confirmed_at" IS NOT NULL);
ALTER TABLE "outgoing_mail"
    ADD CONSTRAINT "outgoing_mail_attempts_check" CHECK ("attempts" >= 0),
    ADD CONSTRAINT "outgoing_mail_queued_check" CHECK (("state" = 'queued') = ("next_attempt_at" IS NOT NULL)),
    ADD CONSTRAINT "outgoing_mail_sent_check" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL)),
    ADD CONSTRAINT "outgoing_mail_sent_empty_check" CHECK ("state" <> 'sent' OR ("text" = '' AND "html" = ''));
