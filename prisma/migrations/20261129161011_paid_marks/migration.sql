-- A teammate marks a link as paid: the merchant's own word. The first half, up to "Indexes", is what Prisma's diff writes
-- for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN     "marked_paid_at" TIMESTAMPTZ(3),
ADD COLUMN     "marked_paid_by_id" UUID,
ADD COLUMN     "paid_note" TEXT,
ADD COLUMN     "paid_reference" TEXT;

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_merchant_id_marked_paid_by_id_fkey" FOREIGN KEY ("merchant_id", "marked_paid_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Indexes -----------------------------------------------------------------------------------------------------------

-- The history is filtered by it.
CREATE INDEX "payment_links_marked_paid_idx" ON "payment_links" ("merchant_id", "id") WHERE "marked_paid_at" IS NOT NULL;

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "payment_links"
  -- Only a link that was created can have been paid, and somebody says so.
  ADD CONSTRAINT "payment_links_marked_paid" CHECK (
    ("marked_paid_at" IS NULL) = ("marked_paid_by_id" IS NULL) AND ("marked_paid_at" IS NULL OR "state" = 'ready')
  ),
  ADD CONSTRAINT "payment_links_paid_note" CHECK (
    "marked_paid_at" IS NOT NULL OR ("paid_note" IS NULL AND "paid_reference" IS NULL)
  ),
  ADD CONSTRAINT "payment_links_paid_length" CHECK (
    char_length("paid_note") <= 1000 AND char_length("paid_reference") <= 160
  );
