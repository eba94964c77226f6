-- Always the index of search keys. Postgres guesses that a merchant of a thousand links among ten millions has one: to make
-- the keys of that one anew seemed cheaper than the index, and was a hundred times as long.
--
-- The function belongs to a role that may create nothing.
GRANT CREATE ON SCHEMA "public" TO "cobro_search";
SET ROLE "cobro_search";

-- Planned anew at each call (EXECUTE): what is rare for one merchant is frequent for another.
-- At most so many as are asked for, which ones is left open; all of them without that. They are read as they are asked for.
CREATE OR REPLACE FUNCTION "find_link_ids"("keys" tsquery, "above" uuid, "below" uuid, "most" int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp SET jit = off SET max_parallel_workers_per_gather = 0 AS $$
BEGIN
  RETURN QUERY EXECUTE
    'WITH found AS MATERIALIZED (
       SELECT merchant_id, id FROM public.payment_links
       WHERE public.link_search_keys(
           merchant_id, search_text, url, upstream_id, mode, state, active, currency::text, tags, created_by_id, amount_minor
         ) @@ $1
     )
     SELECT id FROM found WHERE merchant_id = $2 AND id > $3 AND id < $4 LIMIT $5'
    USING keys, NULLIF(current_setting('app.merchant_id', true), '')::uuid,
      COALESCE(above, '00000000-0000-0000-0000-000000000000'::uuid), COALESCE(below, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid), most;
END
$$;

RESET ROLE;
REVOKE CREATE ON SCHEMA "public" FROM "cobro_search";
