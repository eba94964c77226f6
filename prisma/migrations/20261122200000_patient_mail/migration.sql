-- A letter is tried for most of a day, for mail servers are down for hours now and then; other work has its own rhythm.
CREATE OR REPLACE FUNCTION "enqueue_for_merchant"(task text, payload json, run_at timestamptz, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF payload ->> 'merchantId' IS DISTINCT FROM NULLIF(current_setting('app.merchant_id', true), '') THEN
    RAISE insufficient_privilege USING MESSAGE = 'a job belongs to the merchant of its transaction';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, job_key => job_key,
    max_attempts => CASE task WHEN 'send-mail' THEN 12 ELSE 5 END
  );
END
$$;
