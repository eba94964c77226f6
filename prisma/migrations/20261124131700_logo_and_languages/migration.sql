-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- CreateEnum
CREATE TYPE "customer_language" AS ENUM ('es', 'en', 'pt');

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "customer_languages" "customer_language"[] DEFAULT ARRAY['es', 'en']::"customer_language"[],
ADD COLUMN     "logo_version" TEXT;

-- CreateTable
CREATE TABLE "merchant_logos" (
    "merchant_id" UUID NOT NULL,
    "png" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merchant_logos_pkey" PRIMARY KEY ("merchant_id")
);

-- AddForeignKey
ALTER TABLE "merchant_logos" ADD CONSTRAINT "merchant_logos_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles -------------------------------------------------------------------------------------------------------------
-- A logo that is removed is gone: nothing else points at it.
GRANT SELECT, INSERT, UPDATE, DELETE ON "merchant_logos" TO "cobro_app";

ALTER TABLE "merchant_logos" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "merchant_logos" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "merchant_logos" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "merchants"
  ADD CONSTRAINT "merchants_customer_languages" CHECK (
    "customer_languages" IS NOT NULL AND cardinality("customer_languages") BETWEEN 1 AND 3
    AND array_position("customer_languages", NULL) IS NULL
    AND cardinality("customer_languages") = (
      ('es' = ANY ("customer_languages"))::int + ('en' = ANY ("customer_languages"))::int + ('pt' = ANY ("customer_languages"))::int
    )
  );

ALTER TABLE "merchant_logos"
  ADD CONSTRAINT "merchant_logos_size" CHECK ("width" BETWEEN 1 AND 512 AND "height" BETWEEN 1 AND 512),
  ADD CONSTRAINT "merchant_logos_is_png" CHECK (substr("png", 1, 4) = '\x89504e47'::bytea);
