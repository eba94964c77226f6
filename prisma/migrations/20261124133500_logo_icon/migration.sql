-- The first half, up to "Rows", is what Prisma's diff writes for schema.prisma but for the default, which the rows
-- there are need for a moment. The second half is by hand.

-- AlterTable
ALTER TABLE "merchant_logos" ADD COLUMN     "icon" BYTEA NOT NULL DEFAULT '\x';

-- Rows --------------------------------------------------------------------------------------------------------------
-- A logo without its icon stands in for it.
ALTER TABLE "merchant_logos" NO FORCE ROW LEVEL SECURITY;
UPDATE "merchant_logos" SET "icon" = "png";
ALTER TABLE "merchant_logos" FORCE ROW LEVEL SECURITY;
ALTER TABLE "merchant_logos" ALTER COLUMN "icon" DROP DEFAULT;

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "merchant_logos"
  ADD CONSTRAINT "merchant_logos_icon_is_png" CHECK (substr("icon", 1, 4) = '\x89504e47'::bytea);
