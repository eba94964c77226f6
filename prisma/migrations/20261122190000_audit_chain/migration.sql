-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "opens_until" TIMESTAMPTZ(3),
ADD COLUMN     "wiped_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "audit_events" ADD COLUMN     "mac" BYTEA;

-- CreateTable
CREATE TABLE "audit_seals" (
    "merchant_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("merchant_id","seq")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "merchant_id" UUID NOT NULL,
    "count" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "mac" BYTEA NOT NULL,
    "key_check" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "audit_waiting" (
    "merchant_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "audit_waiting_pkey" PRIMARY KEY ("merchant_id","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seals_merchant_id_event_id_key" ON "audit_seals"("merchant_id", "event_id");

-- CreateIndex
CREATE INDEX "audit_events_merchant_id_actor_id_id_idx" ON "audit_events"("merchant_id", "actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_merchant_id_action_id_idx" ON "audit_events"("merchant_id", "action", "id");

-- AddForeignKey
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_waiting" ADD CONSTRAINT "audit_waiting_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles -------------------------------------------------------------------------------------------------------------
-- The chain is written once, like the events it holds. Only its end moves, and an event leaves the queue when sealed.
GRANT SELECT, INSERT ON "audit_seals" TO "cobro_app";
GRANT SELECT, INSERT, UPDATE ON "audit_heads" TO "cobro_app";
GRANT SELECT, INSERT, DELETE ON "audit_waiting" TO "cobro_app";
GRANT SELECT ("merchant_id") ON "audit_waiting" TO "cobro_system";
-- To find retired keys that are due to be wiped, and the same key connected to two merchants: the fingerprint is a
-- keyed hash that says nothing of the key.
GRANT SELECT ("fingerprint", "opens_until", "wiped_at") ON "api_keys" TO "cobro_system";

ALTER TABLE "audit_seals" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_seals" FORCE ROW LEVEL SECURITY;
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_heads" FORCE ROW LEVEL SECURITY;
ALTER TABLE "audit_waiting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_waiting" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "audit_seals" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "audit_heads" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "audit_waiting" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "all_merchants" ON "audit_waiting" FOR SELECT TO "cobro_system" USING (true);

-- Checks ------------------------------------------------------------------------------------------------------------
-- A key that makes links is never one whose bytes are gone.
ALTER TABLE "api_keys"
  ADD CONSTRAINT "api_keys_wiped_is_retired" CHECK ("wiped_at" IS NULL OR "disconnected_at" IS NOT NULL),
  ADD CONSTRAINT "api_keys_wiped_is_empty" CHECK (("wiped_at" IS NOT NULL) = (octet_length("sealed") = 0));

-- Events from before there was a chain wait for an operator to begin one (`npm run admin -- verify-audit`): to take
-- them in by itself, Cobro would have to believe whoever removed a chain.
ALTER TABLE "audit_events" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "audit_waiting" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "audit_waiting" ("merchant_id", "event_id") SELECT "merchant_id", "id" FROM "audit_events";
ALTER TABLE "audit_waiting" FORCE ROW LEVEL SECURITY;
ALTER TABLE "audit_events" FORCE ROW LEVEL SECURITY;
