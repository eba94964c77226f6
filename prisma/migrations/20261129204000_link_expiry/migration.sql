-- Links that expire: customers no longer get to the pay page by the short address, until somebody reopens the link.

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN     "expires_at" TIMESTAMPTZ(3);
ALTER TABLE "merchants" ADD COLUMN     "link_expiry" TEXT NOT NULL DEFAULT 'none';
ALTER TABLE "link_templates" ADD COLUMN     "expiry" TEXT;

-- Indexes -----------------------------------------------------------------------------------------------------------

-- The history is filtered by it.
CREATE INDEX "payment_links_expires_idx" ON "payment_links" ("merchant_id", "id") WHERE "expires_at" IS NOT NULL;

-- Roles -------------------------------------------------------------------------------------------------------------
GRANT SELECT ("expires_at") ON "payment_links" TO "cobro_resolver";

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "merchants"
  ADD CONSTRAINT "merchants_link_expiry" CHECK ("link_expiry" IN ('none', 'day', '24h', '7d'));
ALTER TABLE "link_templates"
  ADD CONSTRAINT "link_templates_expiry" CHECK ("expiry" IN ('none', 'day', '24h', '7d'));
