-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "references_enabled" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN     "dismissed_at" TIMESTAMPTZ(3),
ADD COLUMN     "inactive_at" TIMESTAMPTZ(3),
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "replaces_id" UUID;

-- CreateTable
CREATE TABLE "link_sightings" (
    "merchant_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "upstream_id" TEXT NOT NULL,
    "url" TEXT,
    "active" BOOLEAN,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scan_id" UUID,

    CONSTRAINT "link_sightings_pkey" PRIMARY KEY ("merchant_id","api_key_id","upstream_id")
);

-- CreateTable
CREATE TABLE "key_syncs" (
    "merchant_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "complete_at" TIMESTAMPTZ(3),
    "complete_total" INTEGER,
    "scan" JSONB,
    "last_attempt_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "key_syncs_pkey" PRIMARY KEY ("merchant_id","api_key_id")
);

-- CreateIndex
CREATE INDEX "link_sightings_merchant_id_api_key_id_scan_id_idx" ON "link_sightings"("merchant_id", "api_key_id", "scan_id");

-- CreateIndex
CREATE INDEX "audit_events_merchant_id_target_id_idx" ON "audit_events"("merchant_id", "target_id");

-- CreateIndex
CREATE INDEX "payment_links_merchant_id_created_at_idx" ON "payment_links"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "payment_links_merchant_id_state_mode_idx" ON "payment_links"("merchant_id", "state", "mode");

-- CreateIndex
CREATE UNIQUE INDEX "payment_links_merchant_id_reference_key" ON "payment_links"("merchant_id", "reference");

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_merchant_id_replaces_id_fkey" FOREIGN KEY ("merchant_id", "replaces_id") REFERENCES "payment_links"("merchant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "link_sightings" ADD CONSTRAINT "link_sightings_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_sightings" ADD CONSTRAINT "link_sightings_merchant_id_api_key_id_fkey" FOREIGN KEY ("merchant_id", "api_key_id") REFERENCES "api_keys"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_syncs" ADD CONSTRAINT "key_syncs_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_syncs" ADD CONSTRAINT "key_syncs_merchant_id_api_key_id_fkey" FOREIGN KEY ("merchant_id", "api_key_id") REFERENCES "api_keys"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Roles -------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE ON "link_sightings", "key_syncs" TO "cobro_app";
GRANT SELECT ("merchant_id", "api_key_id", "next_due_at", "lease_until") ON "key_syncs" TO "cobro_system";

ALTER TABLE "link_sightings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "link_sightings" FORCE ROW LEVEL SECURITY;
ALTER TABLE "key_syncs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "key_syncs" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "link_sightings" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "key_syncs" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "all_merchants" ON "key_syncs" FOR SELECT TO "cobro_system" USING (true);

-- The one thing that is ever deleted: the row of a link "made elsewhere" that turns out to be one of ours, when a
-- person adopts it or our own late answer names it. What is known of it goes over to our row in the same transaction.
GRANT DELETE ON "payment_links" TO "cobro_app";
CREATE POLICY "external_rows_only" ON "payment_links" AS RESTRICTIVE FOR DELETE TO "cobro_app"
  USING ("origin" = 'external');

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "payment_links"
  ADD CONSTRAINT "payment_links_reference_shape" CHECK ("reference" ~ '^[2-9A-Z]{4,8}$'),
  ADD CONSTRAINT "payment_links_replaces_another" CHECK ("replaces_id" <> "id");

-- The life of a link, a second time: lib/payment-links/transitions.ts holds the same table, and a test compares them.
-- What was sent to upstream is never rewritten, or a replayed intent would be answered with something else.
CREATE FUNCTION "check_link_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF (NEW.origin, NEW.state) NOT IN (('portal', 'sending'), ('external', 'ready')) THEN
      RAISE check_violation USING MESSAGE = format('a %s link cannot begin as %s', NEW.origin, NEW.state);
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
    ('sending', 'ready'), ('sending', 'rejected'), ('sending', 'unknown'),
    ('unknown', 'ready'), ('unknown', 'abandoned')
  ) THEN
    RAISE check_violation USING MESSAGE = format('a link cannot go from %s to %s', OLD.state, NEW.state);
  END IF;
  IF OLD.origin = 'portal' AND (
    NEW.origin, NEW.mode, NEW.intent_id, NEW.request_hash, NEW.amount_minor, NEW.currency, NEW.description, NEW.api_key_id
  ) IS DISTINCT FROM (
    OLD.origin, OLD.mode, OLD.intent_id, OLD.request_hash, OLD.amount_minor, OLD.currency, OLD.description, OLD.api_key_id
  ) THEN
    RAISE check_violation USING MESSAGE = 'what was sent is not rewritten';
  END IF;
  IF OLD.state = 'ready' AND (NEW.upstream_id, NEW.url) IS DISTINCT FROM (OLD.upstream_id, OLD.url) THEN
    RAISE check_violation USING MESSAGE = 'a ready link keeps its address';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "check_link_change" BEFORE INSERT OR UPDATE ON "payment_links"
  FOR EACH ROW EXECUTE FUNCTION "check_link_change"();

-- Jobs --------------------------------------------------------------------------------------------------------------
-- Enqueues in the caller's own transaction: the job exists if and only if what it is for was committed. The queue's
-- tables are the owner's alone, so this runs as the owner, and takes only tasks for the merchant that is set.
CREATE FUNCTION "enqueue_for_merchant"(task text, payload json, run_at timestamptz, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF payload ->> 'merchantId' IS DISTINCT FROM NULLIF(current_setting('app.merchant_id', true), '') THEN
    RAISE insufficient_privilege USING MESSAGE = 'a job belongs to the merchant of its transaction';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, job_key => job_key, max_attempts => 5
  );
END
$$;
REVOKE ALL ON FUNCTION "enqueue_for_merchant" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "enqueue_for_merchant" TO "cobro_app";
