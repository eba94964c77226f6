-- Notes, tags and the customer on a link, one index for all that can be searched for, and the views that people save.
-- Existing rows have none of the new facts; their search text and keys are computed here, once, while nobody writes.

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN     "customer_name" TEXT,
ADD COLUMN     "customer_phone" TEXT,
ADD COLUMN     "customer_reference" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "saved_views" (
    "merchant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_merchant_id_user_id_name_key" ON "saved_views"("merchant_id", "user_id", "name");

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_merchant_id_user_id_fkey" FOREIGN KEY ("merchant_id", "user_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Search text -------------------------------------------------------------------------------------------------------
-- Names of schemas are written out: an index is rebuilt and analysed with a search path that has none but pg_catalog.
CREATE FUNCTION "link_search_text"(
  "description" text, "reference" text, "note" text, "tags" text[],
  "customer_name" text, "customer_phone" text, "customer_reference" text
) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.fold_text(
    COALESCE(description, '') || ' ' || COALESCE(reference, '') || ' ' || COALESCE(note, '') || ' '
    || COALESCE(array_to_string(tags, ' '), '') || ' ' || COALESCE(customer_name, '') || ' '
    || COALESCE(customer_phone, '') || ' ' || COALESCE(customer_reference, '')
  )
$$;

ALTER TABLE "payment_links" DROP COLUMN "search_text";
ALTER TABLE "payment_links" ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS (
  "link_search_text"("description", "reference", "note", "tags", "customer_name", "customer_phone", "customer_reference")
) STORED;

-- Search keys -------------------------------------------------------------------------------------------------------
-- What a link can be found by, in pieces that the index below holds. Each begins with the end of the merchant's id, so
-- that a search reads next to no piece of another merchant's, and then says what it is a piece of:
--   3  a word of its texts: each three characters in a row, and the last two and the last one
--   u  upstream's id: each three characters in a row
--   s  a part of its address between two slashes, and the host
--   =  its mode, state, currency, tags, creator and amount
-- lib/domain/payment-links/history/build-keys.ts makes the same pieces of what is searched for.
CREATE FUNCTION "link_search_keys"(
  "merchant_id" uuid, "search_text" text, "url" text, "upstream_id" text, "mode" "mode", "state" "link_state",
  "active" boolean, "currency" text, "tags" text[], "created_by_id" uuid, "amount_minor" bigint
) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 5000 AS $$
DECLARE
  owner text := right(merchant_id::text, 6);
  word text;
  keys text[] := ARRAY[owner || '=mode ' || mode, owner || '=state ' || state];
  address text := lower(COALESCE(upstream_id, '') COLLATE "C");
BEGIN
  FOREACH word IN ARRAY string_to_array(translate(search_text, E'\t\n\r\f\v', '     '), ' ') LOOP
    FOR place IN 1 .. length(word) LOOP
      keys := array_append(keys, owner || '3' || substr(word, place, 3));
    END LOOP;
  END LOOP;
  FOR place IN 1 .. length(address) - 2 LOOP
    keys := array_append(keys, owner || 'u' || substr(address, place, 3));
  END LOOP;
  FOREACH word IN ARRAY COALESCE(string_to_array(split_part(lower(url COLLATE "C"), '://', 2), '/'), '{}') LOOP
    IF word <> '' AND word <> address THEN
      keys := array_append(keys, owner || 's' || left(word, 60));
    END IF;
  END LOOP;
  FOREACH word IN ARRAY tags LOOP
    keys := array_append(keys, owner || '=tag ' || public.fold_text(word));
  END LOOP;
  IF active IS NOT NULL THEN keys := array_append(keys, owner || '=active ' || active); END IF;
  IF currency IS NOT NULL THEN keys := array_append(keys, owner || '=currency ' || currency); END IF;
  IF created_by_id IS NOT NULL THEN keys := array_append(keys, owner || '=creator ' || created_by_id); END IF;
  IF amount_minor IS NOT NULL THEN keys := array_append(keys, owner || '=amount ' || amount_minor); END IF;
  RETURN array_to_tsvector(keys);
END
$$;

-- The pending list is short, because every search reads it from end to end.
CREATE INDEX "payment_links_search_idx" ON "payment_links" USING gin (
  "link_search_keys"(
    "merchant_id", "search_text", "url", "upstream_id", "mode", "state",
    "active", "currency"::text, "tags", "created_by_id", "amount_minor"
  )
) WITH (gin_pending_list_limit = 512);

-- By amount, for the range and the order. An amount that nobody knows counts as none.
CREATE INDEX "payment_links_amount_idx" ON "payment_links" ("merchant_id", (COALESCE("amount_minor", 0)), "id");

-- Roles -------------------------------------------------------------------------------------------------------------
--   cobro_search  reads the index of search keys, for the function below only
--
-- Row-level security keeps a condition from using an index unless its operator is known to leak nothing, and no
-- operator that looks into texts is. So one function reads past it. It takes the merchant from the setting that the
-- policies take it from, and answers ids alone; what else is asked is checked on those rows under the policies.
--
-- Made as the other roles are; the first migration says why it is a loop.
DO $$
DECLARE
  attempts int := 0;
BEGIN
  LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cobro_search') THEN
        CREATE ROLE "cobro_search" NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
      END IF;
      IF NOT EXISTS (
        SELECT FROM pg_auth_members
        WHERE roleid = 'cobro_search'::regrole AND member = CURRENT_USER::regrole AND set_option
      ) THEN
        EXECUTE 'GRANT "cobro_search" TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
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

GRANT USAGE ON SCHEMA "public" TO "cobro_search";
GRANT SELECT (
  "merchant_id", "id", "search_text", "url", "upstream_id", "mode", "state", "active", "currency", "tags",
  "created_by_id", "amount_minor"
) ON "payment_links" TO "cobro_search";
CREATE POLICY "search" ON "payment_links" FOR SELECT TO "cobro_search" USING (true);

-- Planned anew at each call (EXECUTE): what is rare for one merchant is frequent for another.
-- At most so many as are asked for, which ones is left open; all of them without that.
CREATE FUNCTION "find_link_ids"("keys" tsquery, "above" uuid, "below" uuid, "most" int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp SET jit = off SET max_parallel_workers_per_gather = 0 AS $$
BEGIN
  RETURN QUERY EXECUTE
    'SELECT id FROM public.payment_links
     WHERE public.link_search_keys(
         merchant_id, search_text, url, upstream_id, mode, state, active, currency::text, tags, created_by_id, amount_minor
       ) @@ $1
       AND merchant_id = $2 AND id > $3 AND id < $4
     LIMIT $5'
    USING keys, NULLIF(current_setting('app.merchant_id', true), '')::uuid,
      COALESCE(above, '00000000-0000-0000-0000-000000000000'::uuid), COALESCE(below, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid), most;
END
$$;
REVOKE ALL ON FUNCTION "find_link_ids" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "find_link_ids" TO "cobro_app";
-- Whoever gets a function must be able to create one at that moment.
GRANT CREATE ON SCHEMA "public" TO "cobro_search";
ALTER FUNCTION "find_link_ids" OWNER TO "cobro_search";
REVOKE CREATE ON SCHEMA "public" FROM "cobro_search";

-- A saved view is its owner's alone, and nothing points at it.
GRANT SELECT, INSERT, DELETE ON "saved_views" TO "cobro_app";

ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_views" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "saved_views" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "payment_links"
  ADD CONSTRAINT "payment_links_note_length" CHECK (char_length("note") <= 2000),
  ADD CONSTRAINT "payment_links_tags" CHECK (cardinality("tags") <= 20 AND array_position("tags", NULL) IS NULL),
  ADD CONSTRAINT "payment_links_customer_length" CHECK (
    char_length("customer_name") <= 120 AND char_length("customer_phone") <= 40 AND char_length("customer_reference") <= 80
  );
ALTER TABLE "saved_views"
  ADD CONSTRAINT "saved_views_length" CHECK (char_length("name") BETWEEN 1 AND 60 AND char_length("query") <= 2000);
