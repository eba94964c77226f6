-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "purge_began_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reserved_slugs" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "reserved_slugs_pkey" PRIMARY KEY ("slug")
);

-- Roles -------------------------------------------------------------------------------------------------------------
--   cobro_purge   removes a merchant that was deleted 30 days ago: all its rows, and no row of any other
--
-- Made as the other two are; the first migration says why it is a loop.
DO $$
DECLARE
  attempts int := 0;
BEGIN
  LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cobro_purge') THEN
        CREATE ROLE "cobro_purge" NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
      END IF;
      IF NOT EXISTS (
        SELECT FROM pg_auth_members
        WHERE roleid = 'cobro_purge'::regrole AND member = CURRENT_USER::regrole AND set_option
      ) THEN
        EXECUTE 'GRANT "cobro_purge" TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
      END IF;
      EXIT;
    EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
      attempts := attempts + 1;
      IF attempts = 10 THEN RAISE; END IF;
      PERFORM pg_sleep(0.05 * attempts);
    END;
  END LOOP;
END
$$;

GRANT USAGE ON SCHEMA "public" TO "cobro_purge";

-- A merchant's row takes all others with it: every tenant table's foreign key says ON DELETE CASCADE, and cascades run
-- with row-level security set aside. What can be millions of rows is removed before, in small transactions, so that no
-- single one of them is long.
GRANT SELECT ("merchant_id", "deleted_at", "purge_began_at"), UPDATE ("purge_began_at"), DELETE ON "merchants" TO "cobro_purge";
GRANT SELECT ("merchant_id", "slug") ON "merchant_slugs" TO "cobro_purge";
GRANT INSERT ON "reserved_slugs" TO "cobro_purge";
GRANT SELECT ("merchant_id", "event_id"), DELETE ON "audit_waiting" TO "cobro_purge";
GRANT SELECT ("merchant_id", "seq"), DELETE ON "audit_seals" TO "cobro_purge";
GRANT SELECT ("merchant_id", "id"), DELETE ON "audit_events" TO "cobro_purge";
GRANT SELECT ("merchant_id", "api_key_id", "upstream_id"), DELETE ON "link_sightings" TO "cobro_purge";
GRANT SELECT ("merchant_id", "id"), DELETE ON "payment_links" TO "cobro_purge";

-- Not before the grace is over, by the database's own clock.
CREATE POLICY "removal" ON "merchants" TO "cobro_purge"
  USING (
    "merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid
    AND "deleted_at" <= now() - interval '720 hours'
  )
  WITH CHECK (
    "merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid
    AND "deleted_at" <= now() - interval '720 hours'
  );

-- Nor before the merchant is marked, after which nobody can have it back.
CREATE FUNCTION "purged_merchant"() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT merchant_id FROM public.merchants
  WHERE merchant_id = NULLIF(current_setting('app.merchant_id', true), '')::uuid AND purge_began_at IS NOT NULL
$$;
CREATE POLICY "removal" ON "merchant_slugs" TO "cobro_purge"
  USING ("merchant_id" = (SELECT "purged_merchant"())) WITH CHECK (false);
CREATE POLICY "removal" ON "audit_waiting" TO "cobro_purge"
  USING ("merchant_id" = (SELECT "purged_merchant"())) WITH CHECK (false);
CREATE POLICY "removal" ON "audit_seals" TO "cobro_purge"
  USING ("merchant_id" = (SELECT "purged_merchant"())) WITH CHECK (false);
CREATE POLICY "removal" ON "audit_events" TO "cobro_purge"
  USING ("merchant_id" = (SELECT "purged_merchant"())) WITH CHECK (false);
CREATE POLICY "removal" ON "link_sightings" TO "cobro_purge"
  USING ("merchant_id" = (SELECT "purged_merchant"())) WITH CHECK (false);
CREATE POLICY "removal" ON "payment_links" TO "cobro_purge"
  USING ("merchant_id" = (SELECT "purged_merchant"())) WITH CHECK (false);

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "merchants" ADD CONSTRAINT "merchants_purge_after_grace" CHECK (
  "purge_began_at" IS NULL OR ("deleted_at" IS NOT NULL AND "purge_began_at" >= "deleted_at" + interval '720 hours')
);

-- Removing a link asks whether another was made in its place: without this, by reading all links of the merchant.
CREATE INDEX "payment_links_replaces_idx" ON "payment_links" ("merchant_id", "replaces_id")
  WHERE "replaces_id" IS NOT NULL;

-- Names -------------------------------------------------------------------------------------------------------------
-- An address that was one merchant's is never another's, even when nothing else is left of the first. Which ones there
-- are is nobody's to read; the trigger that keeps addresses asks about one at a time. It asks after its own insert: that
-- waits for a removal under way, and what was committed meanwhile is seen by the next statement.
CREATE FUNCTION "is_slug_reserved"(wanted text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.reserved_slugs WHERE slug = wanted)
$$;
REVOKE ALL ON FUNCTION "is_slug_reserved" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "is_slug_reserved" TO "cobro_app";

CREATE OR REPLACE FUNCTION "keep_merchant_slug"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "merchant_slugs" ("merchant_id", "slug") VALUES (NEW.merchant_id, NEW.slug)
  ON CONFLICT ("merchant_id", "slug") DO NOTHING;
  IF "is_slug_reserved"(NEW.slug) THEN
    RAISE unique_violation USING
      MESSAGE = 'this slug was that of a merchant that is gone', CONSTRAINT = 'reserved_slugs_pkey', TABLE = 'reserved_slugs';
  END IF;
  RETURN NULL;
END
$$;
