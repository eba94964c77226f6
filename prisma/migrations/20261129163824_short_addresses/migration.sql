-- Short addresses: a code for each link, and a role that finds a link by its code and can do nothing else.

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "short_addresses" BOOLEAN;

-- Codes -------------------------------------------------------------------------------------------------------------
-- Twelve characters of 32, which are 60 random bits: those of a random UUID but for its version and variant. There is
-- no i, l, o or u among them. lib/core/link-code.ts reads them.
CREATE FUNCTION "new_link_code"() RETURNS text LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', (get_byte(bytes, place) & 31) + 1, 1), '')
  FROM (SELECT uuid_send(gen_random_uuid()) AS bytes OFFSET 0) AS random,
    unnest(ARRAY[0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14]) AS place
$$;

-- AlterTable
-- The default is set afterwards, so that rows from before have no code and the table is not written anew. They get one
-- when they are shared again.
ALTER TABLE "payment_links" ADD COLUMN     "code" TEXT;
ALTER TABLE "payment_links" ALTER COLUMN "code" SET DEFAULT new_link_code();

-- CreateIndex
CREATE INDEX "payment_links_code_idx" ON "payment_links"("code");

-- Roles -------------------------------------------------------------------------------------------------------------
--   cobro_resolver  finds the one link whose code is set, and what its customer may know; writes nothing
--
-- Made as the other roles are; the first migration says why it is a loop.
DO $$
DECLARE
  attempts int := 0;
BEGIN
  LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cobro_resolver') THEN
        CREATE ROLE "cobro_resolver" NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
      END IF;
      IF NOT EXISTS (
        SELECT FROM pg_auth_members
        WHERE roleid = 'cobro_resolver'::regrole AND member = CURRENT_USER::regrole AND set_option
      ) THEN
        EXECUTE 'GRANT "cobro_resolver" TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
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

GRANT USAGE ON SCHEMA "public" TO "cobro_resolver";
GRANT SELECT ("merchant_id", "id", "code", "state", "url") ON "payment_links" TO "cobro_resolver";
GRANT SELECT ("merchant_id", "name", "customer_languages", "disabled_at") ON "merchants" TO "cobro_resolver";

CREATE POLICY "by_code" ON "payment_links" FOR SELECT TO "cobro_resolver"
  USING ("code" = NULLIF(current_setting('app.link_code', true), ''));

CREATE POLICY "of_code" ON "merchants" FOR SELECT TO "cobro_resolver"
  USING ("merchant_id" = (
    SELECT link.merchant_id FROM payment_links link
    WHERE link.code = NULLIF(current_setting('app.link_code', true), '') LIMIT 1
  ));

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "payment_links"
  ADD CONSTRAINT "payment_links_code" CHECK ("code" ~ '^[0-9a-hjkmnp-tv-z]{12}$');
