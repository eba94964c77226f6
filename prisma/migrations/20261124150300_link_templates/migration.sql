-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- CreateTable
CREATE TABLE "link_templates" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "description" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_templates_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateIndex
CREATE INDEX "payment_links_merchant_id_created_by_id_id_idx" ON "payment_links"("merchant_id", "created_by_id", "id");

-- AddForeignKey
ALTER TABLE "link_templates" ADD CONSTRAINT "link_templates_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_templates" ADD CONSTRAINT "link_templates_merchant_id_created_by_id_fkey" FOREIGN KEY ("merchant_id", "created_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Roles -------------------------------------------------------------------------------------------------------------
-- One that is removed stays as a row, so that the audit log goes on having something to point at.
GRANT SELECT, INSERT, UPDATE ON "link_templates" TO "cobro_app";

ALTER TABLE "link_templates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "link_templates" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "link_templates" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "link_templates"
  ADD CONSTRAINT "link_templates_amount_positive" CHECK ("amount_minor" > 0),
  ADD CONSTRAINT "link_templates_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$');
