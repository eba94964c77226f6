-- A printed code can be pointed at another link, and a business can have customers told that a link is settled.

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN     "points_to_code" TEXT;
ALTER TABLE "merchants" ADD COLUMN     "tells_marked" BOOLEAN NOT NULL DEFAULT false;

-- Roles -------------------------------------------------------------------------------------------------------------
GRANT SELECT ("points_to_code") ON "payment_links" TO "cobro_resolver";
GRANT SELECT ("tells_marked") ON "merchants" TO "cobro_resolver";

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "payment_links"
  -- Never at itself, and only the code of a link that was created. It leads to the other link's pay page, wherever that one's
  -- own code is pointed, so that there are no circles.
  ADD CONSTRAINT "payment_links_points_to" CHECK (
    "points_to_code" IS NULL OR ("state" = 'ready' AND "code" IS NOT NULL AND "points_to_code" <> "code")
  );
