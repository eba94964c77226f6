-- A link is cancelled, and may lead on to the one that replaces it.

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "cancelled_by_id" UUID,
ADD COLUMN     "corrects_id" UUID,
ADD COLUMN     "leads_to_code" TEXT;

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_merchant_id_cancelled_by_id_fkey" FOREIGN KEY ("merchant_id", "cancelled_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Indexes -----------------------------------------------------------------------------------------------------------

-- The history is filtered by the first. The second tells whether somebody has replaced a link already.
CREATE INDEX "payment_links_cancelled_idx" ON "payment_links" ("merchant_id", "id") WHERE "cancelled_at" IS NOT NULL;
CREATE INDEX "payment_links_corrects_idx" ON "payment_links" ("merchant_id", "corrects_id") WHERE "corrects_id" IS NOT NULL;

-- Roles -------------------------------------------------------------------------------------------------------------
GRANT SELECT ("cancelled_at", "leads_to_code") ON "payment_links" TO "cobro_resolver";

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "payment_links"
  -- Only a link that was created can be cancelled, by somebody and for a reason.
  ADD CONSTRAINT "payment_links_cancelled" CHECK (
    ("cancelled_at" IS NULL) = ("cancelled_by_id" IS NULL) AND ("cancelled_at" IS NULL) = ("cancel_reason" IS NULL)
    AND ("cancelled_at" IS NULL OR "state" = 'ready')
  ),
  ADD CONSTRAINT "payment_links_cancel_reason" CHECK (
    "cancel_reason" IN ('replaced', 'wrong_details', 'not_needed', 'duplicate', 'other')
  ),
  -- Never to itself.
  ADD CONSTRAINT "payment_links_leads_to" CHECK (
    "leads_to_code" IS NULL OR ("cancelled_at" IS NOT NULL AND "leads_to_code" <> "code")
  );
