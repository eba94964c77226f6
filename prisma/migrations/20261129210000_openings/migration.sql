-- How often the short address of a link was opened by people, and when. Nothing about who they are.

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN     "first_opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_count" INTEGER NOT NULL DEFAULT 0;

-- Indexes -----------------------------------------------------------------------------------------------------------

-- The history is filtered by it. The two columns that change with each opening are in no index.
CREATE INDEX "payment_links_opened_idx" ON "payment_links" ("merchant_id", "id") WHERE "first_opened_at" IS NOT NULL;

-- Roles -------------------------------------------------------------------------------------------------------------

-- Whoever has a code can have its link counted as opened, and change nothing else of it.
GRANT SELECT ("first_opened_at", "last_opened_at", "opened_count") ON "payment_links" TO "cobro_resolver";
GRANT UPDATE ("first_opened_at", "last_opened_at", "opened_count") ON "payment_links" TO "cobro_resolver";

CREATE POLICY "count_by_code" ON "payment_links" FOR UPDATE TO "cobro_resolver"
  USING ("code" = NULLIF(current_setting('app.link_code', true), '') AND "state" = 'ready')
  WITH CHECK ("code" = NULLIF(current_setting('app.link_code', true), '') AND "state" = 'ready');

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "payment_links"
  ADD CONSTRAINT "payment_links_opened" CHECK (
    ("first_opened_at" IS NULL) = ("last_opened_at" IS NULL) AND ("first_opened_at" IS NULL) = ("opened_count" = 0)
    AND "opened_count" >= 0
  );
