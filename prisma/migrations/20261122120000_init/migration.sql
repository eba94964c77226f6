-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- CreateEnum
CREATE TYPE "mode" AS ENUM ('sandbox', 'test', 'live');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'cashier', 'viewer');

-- CreateEnum
CREATE TYPE "link_state" AS ENUM ('sending', 'ready', 'rejected', 'unknown', 'abandoned');

-- CreateEnum
CREATE TYPE "link_origin" AS ENUM ('portal', 'external');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "merchants" (
    "merchant_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "default_currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "mode" "mode" NOT NULL DEFAULT 'sandbox',
    "color" TEXT NOT NULL DEFAULT '#0f766e',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "merchants_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "merchant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("merchant_id","user_id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "active_mode" "mode",
    "last4" CHAR(4) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "connected_by_id" UUID NOT NULL,
    "connected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disconnected_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "payment_links" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "state" "link_state" NOT NULL,
    "origin" "link_origin" NOT NULL DEFAULT 'portal',
    "intent_id" UUID,
    "request_hash" BYTEA,
    "api_key_id" UUID NOT NULL,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "description" TEXT,
    "upstream_id" TEXT,
    "url" TEXT,
    "active" BOOLEAN,
    "failure_code" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_links_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "target_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "ip" TEXT,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "merchants_slug_key" ON "merchants"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_merchant_id_active_mode_key" ON "api_keys"("merchant_id", "active_mode");

-- CreateIndex
CREATE UNIQUE INDEX "payment_links_merchant_id_intent_id_key" ON "payment_links"("merchant_id", "intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_links_merchant_id_mode_upstream_id_key" ON "payment_links"("merchant_id", "mode", "upstream_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_merchant_id_connected_by_id_fkey" FOREIGN KEY ("merchant_id", "connected_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_merchant_id_api_key_id_fkey" FOREIGN KEY ("merchant_id", "api_key_id") REFERENCES "api_keys"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_links" ADD CONSTRAINT "payment_links_merchant_id_created_by_id_fkey" FOREIGN KEY ("merchant_id", "created_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Extensions --------------------------------------------------------------------------------------------------------
-- Search in the history. A trusted extension: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- Roles -------------------------------------------------------------------------------------------------------------
-- Nobody signs in as these: a transaction becomes one of them (lib/db.ts) and is itself again at its end.
--   cobro_app     the portal's work for one merchant, or for one person who has not chosen a merchant yet
--   cobro_system  the worker's look across merchants for what is due: ids and states, no content
--
-- Roles belong to the whole server, so another database's migration may be making the same ones right now. That ends
-- in one of the caught errors, and the second look finds the role. INHERIT FALSE matters: with it, whoever signs in has
-- the rights of these roles only after becoming one, so a query that forgot to finds nothing instead of everything.
DO $$
DECLARE
  name text;
  attempts int;
BEGIN
  FOREACH name IN ARRAY ARRAY['cobro_app', 'cobro_system'] LOOP
    attempts := 0;
    LOOP
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
          EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
        END IF;
        -- Already a member: the roles came from another database here whose owner alone may grant them.
        IF NOT EXISTS (
          SELECT FROM pg_auth_members
          WHERE roleid = name::regrole AND member = CURRENT_USER::regrole AND set_option
        ) THEN
          EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE', name);
        END IF;
        EXIT;
      EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
        attempts := attempts + 1;
        IF attempts = 10 THEN RAISE; END IF;
        PERFORM pg_sleep(0.05 * attempts);
      END;
    END LOOP;
  END LOOP;
END
$$;

GRANT USAGE ON SCHEMA "public" TO "cobro_app", "cobro_system";

-- Nobody deletes, and what was audited stays as it was written. sessions and rate_limits are not the roles' business.
GRANT SELECT, INSERT, UPDATE ON "merchants", "memberships", "api_keys", "payment_links" TO "cobro_app";
GRANT SELECT, INSERT ON "audit_events" TO "cobro_app";
GRANT SELECT ("id", "name", "email") ON "users" TO "cobro_app";

GRANT SELECT ("merchant_id", "disabled_at") ON "merchants" TO "cobro_system";
GRANT SELECT ("merchant_id", "id", "mode", "active_mode", "master_key_id") ON "api_keys" TO "cobro_system";
GRANT SELECT ("merchant_id", "id", "state", "lease_until", "created_at") ON "payment_links" TO "cobro_system";

-- Row-level security ------------------------------------------------------------------------------------------------
-- FORCE makes the owner obey too, and on a managed server the owner is what DATABASE_URL signs in as. What follows:
--   * A migration that reads or changes rows of a tenant table sees none of them, without an error, and a FOREIGN KEY
--     added between two of them is "checked" against nothing. It has to say ALTER TABLE … NO FORCE ROW LEVEL SECURITY
--     first and FORCE again at the end; a migration is one transaction, so nobody sees the gap.
--   * Foreign keys and cascades keep working: Postgres runs their queries as the owner with FORCE set aside.
--   * pg_dump as the owner refuses, by design. A backup is taken by a role that has BYPASSRLS, or by the server's own
--     means (base backups, a provider's snapshots).
-- A superuser passes every policy, so DATABASE_URL should not name one; the roles above obey even then.
-- A setting that was never set reads NULL and one that was reset reads '': neither equals any id.
ALTER TABLE "merchants" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "merchants" FORCE ROW LEVEL SECURITY;
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "memberships" FORCE ROW LEVEL SECURITY;
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;
ALTER TABLE "payment_links" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "payment_links" FORCE ROW LEVEL SECURITY;
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_events" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "merchants" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "memberships" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "api_keys" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "payment_links" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "audit_events" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- A signed-in person finds their merchants before one is set.
CREATE POLICY "own" ON "memberships" FOR SELECT TO "cobro_app"
  USING ("user_id" = NULLIF(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY "own" ON "merchants" FOR SELECT TO "cobro_app"
  USING (EXISTS (
    SELECT FROM "memberships"
    WHERE "memberships"."merchant_id" = "merchants"."merchant_id"
      AND "memberships"."user_id" = NULLIF(current_setting('app.user_id', true), '')::uuid
      AND "memberships"."removed_at" IS NULL
  ));

-- Sign-in reads users as the owner, before anyone is known: not forced. The portal's role sees colleagues' names,
-- those of people who left included, since what they made still shows who made it.
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "colleagues" ON "users" FOR SELECT TO "cobro_app"
  USING (
    "id" = NULLIF(current_setting('app.user_id', true), '')::uuid
    OR EXISTS (
      SELECT FROM "memberships"
      WHERE "memberships"."user_id" = "users"."id"
        AND "memberships"."merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid
    )
  );

CREATE POLICY "all_merchants" ON "merchants" FOR SELECT TO "cobro_system" USING (true);
CREATE POLICY "all_merchants" ON "api_keys" FOR SELECT TO "cobro_system" USING (true);
CREATE POLICY "all_merchants" ON "payment_links" FOR SELECT TO "cobro_system" USING (true);

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "users" ADD CONSTRAINT "users_email_lower" CHECK ("email" = lower("email"));

ALTER TABLE "merchants" ADD CONSTRAINT "merchants_currency_code" CHECK ("default_currency" ~ '^[A-Z]{3}$');

ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_active_in_its_mode"
  CHECK ("active_mode" IS NULL OR ("active_mode" = "mode" AND "disconnected_at" IS NULL));

ALTER TABLE "payment_links"
  ADD CONSTRAINT "payment_links_amount_positive" CHECK ("amount_minor" > 0),
  ADD CONSTRAINT "payment_links_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "payment_links_amount_with_currency" CHECK (("amount_minor" IS NULL) = ("currency" IS NULL)),
  ADD CONSTRAINT "payment_links_portal_content" CHECK (
    "origin" <> 'portal' OR (
      "intent_id" IS NOT NULL AND "request_hash" IS NOT NULL AND "amount_minor" IS NOT NULL
      AND "description" IS NOT NULL AND "created_by_id" IS NOT NULL
    )
  ),
  ADD CONSTRAINT "payment_links_external_is_known" CHECK ("origin" <> 'external' OR "upstream_id" IS NOT NULL),
  ADD CONSTRAINT "payment_links_sending_has_lease" CHECK ("state" <> 'sending' OR "lease_until" IS NOT NULL),
  ADD CONSTRAINT "payment_links_ready_has_url" CHECK (
    "state" <> 'ready' OR ("url" IS NOT NULL AND "upstream_id" IS NOT NULL)
  ),
  ADD CONSTRAINT "payment_links_failure_has_code" CHECK (
    "state" NOT IN ('rejected', 'unknown') OR "failure_code" IS NOT NULL
  );
