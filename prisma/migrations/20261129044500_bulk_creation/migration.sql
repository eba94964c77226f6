-- Many links from one table: a file or a pasted table, checked row by row, then created by a job.
--
-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- CreateEnum
CREATE TYPE "bulk_state" AS ENUM ('draft', 'running', 'paused', 'cancelled', 'done');

-- CreateTable
CREATE TABLE "bulk_batches" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "state" "bulk_state" NOT NULL DEFAULT 'draft',
    "file_name" TEXT,
    "content_hash" BYTEA NOT NULL,
    "header" JSONB,
    "layout" JSONB NOT NULL,
    "notes" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "started_by_id" UUID,
    "started_ip" TEXT,
    "started_till" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "resume_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "pause_reason" TEXT,

    CONSTRAINT "bulk_batches_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "bulk_rows" (
    "merchant_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "description" TEXT,
    "problems" JSONB,
    "same_as" INTEGER,
    "intent_id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "link_id" UUID,

    CONSTRAINT "bulk_rows_pkey" PRIMARY KEY ("merchant_id","batch_id","place")
);

-- CreateIndex
CREATE INDEX "bulk_batches_merchant_id_content_hash_idx" ON "bulk_batches"("merchant_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_rows_merchant_id_link_id_key" ON "bulk_rows"("merchant_id", "link_id");

-- AddForeignKey
ALTER TABLE "bulk_batches" ADD CONSTRAINT "bulk_batches_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_batches" ADD CONSTRAINT "bulk_batches_merchant_id_created_by_id_fkey" FOREIGN KEY ("merchant_id", "created_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_merchant_id_batch_id_fkey" FOREIGN KEY ("merchant_id", "batch_id") REFERENCES "bulk_batches"("merchant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_merchant_id_link_id_fkey" FOREIGN KEY ("merchant_id", "link_id") REFERENCES "payment_links"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Roles -------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON "bulk_batches" TO "cobro_app";

ALTER TABLE "bulk_batches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bulk_batches" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "bulk_batches" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON "bulk_rows" TO "cobro_app";

ALTER TABLE "bulk_rows" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bulk_rows" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "bulk_rows" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- Only a table from which nothing was ever created is removed. Its rows go with it.
CREATE POLICY "only_drafts" ON "bulk_batches" AS RESTRICTIVE FOR DELETE TO "cobro_app" USING ("state" = 'draft');

-- Rows are removed only to read the table in another way, before anything is created from it.
CREATE POLICY "only_drafts" ON "bulk_rows" AS RESTRICTIVE FOR DELETE TO "cobro_app" USING (
  EXISTS (
    SELECT FROM "bulk_batches" b
    WHERE b."merchant_id" = "bulk_rows"."merchant_id" AND b."id" = "bulk_rows"."batch_id" AND b."state" = 'draft'
  )
);

-- The sweep finds batches whose worker died.
GRANT SELECT ("merchant_id", "id", "state") ON "bulk_batches" TO "cobro_system";
CREATE POLICY "all_merchants" ON "bulk_batches" FOR SELECT TO "cobro_system" USING (true);
CREATE INDEX "bulk_batches_running_idx" ON "bulk_batches" ("merchant_id", "id") WHERE "state" = 'running';

GRANT SELECT ("merchant_id", "batch_id", "place"), DELETE ON "bulk_rows" TO "cobro_purge";
CREATE POLICY "removal" ON "bulk_rows" TO "cobro_purge"
  USING ("merchant_id" = (SELECT "purged_merchant"())) WITH CHECK (false);

-- A merchant has one batch running, so that it cannot take the turns of others, nor use up its own key's requests.
CREATE UNIQUE INDEX "bulk_batches_one_running" ON "bulk_batches" ("merchant_id") WHERE "state" = 'running';

-- The rows that are still to be sent, in the order of the file.
CREATE INDEX "bulk_rows_pending_idx" ON "bulk_rows" ("merchant_id", "batch_id", "place")
  WHERE "problems" IS NULL AND "link_id" IS NULL;

-- A person who creates an unconfirmed link again means the same row, which then has the new link.
CREATE FUNCTION "follow_replaced_link"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "bulk_rows" SET "link_id" = NEW.id WHERE "merchant_id" = NEW.merchant_id AND "link_id" = NEW.replaces_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "follow_replaced_link" AFTER INSERT ON "payment_links"
  FOR EACH ROW WHEN (NEW.replaces_id IS NOT NULL) EXECUTE FUNCTION "follow_replaced_link"();

-- What was sent for a row is not rewritten, and a batch does not begin anew.
CREATE FUNCTION "check_bulk_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.mode, NEW.content_hash) IS DISTINCT FROM (OLD.mode, OLD.content_hash) THEN
    RAISE check_violation USING MESSAGE = 'a batch keeps its mode and its table';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
    ('draft', 'running'), ('running', 'paused'), ('running', 'cancelled'), ('running', 'done'),
    ('paused', 'running'), ('paused', 'cancelled'), ('done', 'running')
  ) THEN
    RAISE check_violation USING MESSAGE = format('a batch cannot go from %s to %s', OLD.state, NEW.state);
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "check_bulk_change" BEFORE UPDATE ON "bulk_batches"
  FOR EACH ROW EXECUTE FUNCTION "check_bulk_change"();

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "bulk_batches"
  ADD CONSTRAINT "bulk_batches_content_hash_size" CHECK (octet_length("content_hash") = 32),
  ADD CONSTRAINT "bulk_batches_started_unless_draft" CHECK (
    ("state" = 'draft') = ("started_at" IS NULL) AND ("started_at" IS NULL) = ("started_by_id" IS NULL));
ALTER TABLE "bulk_rows"
  ADD CONSTRAINT "bulk_rows_place" CHECK ("place" BETWEEN 1 AND 2000000),
  ADD CONSTRAINT "bulk_rows_whole_or_wrong" CHECK (
    ("problems" IS NULL) = (
      "amount_minor" IS NOT NULL AND "currency" IS NOT NULL AND "description" IS NOT NULL)
  ),
  ADD CONSTRAINT "bulk_rows_amount" CHECK ("amount_minor" BETWEEN 1 AND 9007199254740991),
  ADD CONSTRAINT "bulk_rows_wrong_has_no_link" CHECK ("problems" IS NULL OR "link_id" IS NULL);
