-- Row-level security lets an index look for a column only by operators that cannot leak, and equality of enums is none
-- of them: the portal's role never used this one.
-- DropIndex
DROP INDEX "payment_links_merchant_id_state_mode_idx";

-- What waits is a handful among very many: every page counts it, and the sweep of dead processes' leases looks for it
-- every few seconds. These hold nothing else. Prisma's language has no words for them; queries that want one say its
-- condition in SQL, since an enum that comes as a parameter proves nothing to the planner.
CREATE INDEX "payment_links_in_doubt_idx" ON "payment_links" ("merchant_id", "id")
  WHERE "state" IN ('sending', 'unknown');
CREATE INDEX "payment_links_undescribed_idx" ON "payment_links" ("merchant_id", "id")
  WHERE "amount_minor" IS NULL AND "dismissed_at" IS NULL;
CREATE INDEX "payment_links_turned_inactive_idx" ON "payment_links" ("merchant_id", "id")
  WHERE NOT "active" AND "inactive_at" IS NOT NULL AND "dismissed_at" IS NULL;
