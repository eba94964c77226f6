-- How an export goes on. Whichever process writes the file notes it here, and whichever is asked answers.

-- CreateTable
CREATE TABLE "export_runs" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "written" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_runs_pkey" PRIMARY KEY ("merchant_id","id")
);

-- AddForeignKey
ALTER TABLE "export_runs" ADD CONSTRAINT "export_runs_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_runs" ADD CONSTRAINT "export_runs_merchant_id_user_id_fkey" FOREIGN KEY ("merchant_id", "user_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles -------------------------------------------------------------------------------------------------------------

-- Of no use to anybody after a day, when the next export removes them. Nothing points at them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "export_runs" TO "cobro_app";

ALTER TABLE "export_runs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "export_runs" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "export_runs" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- Checks ------------------------------------------------------------------------------------------------------------

ALTER TABLE "export_runs"
  ADD CONSTRAINT "export_runs_state" CHECK ("state" IN ('running', 'done', 'broken', 'cancelled')),
  ADD CONSTRAINT "export_runs_counts" CHECK ("written" >= 0 AND "total" >= 0);
