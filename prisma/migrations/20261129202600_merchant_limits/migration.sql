-- The first half, up to "Checks", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "links_per_hour" INTEGER,
ADD COLUMN     "people_limit" INTEGER;

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "merchants"
  ADD CONSTRAINT "merchants_links_per_hour" CHECK ("links_per_hour" BETWEEN 1 AND 100000),
  ADD CONSTRAINT "merchants_people_limit" CHECK ("people_limit" BETWEEN 1 AND 100000);
