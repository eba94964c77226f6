-- The day's close asks for links that were marked as paid in a time, whenever they were made.
CREATE INDEX "payment_links_marked_paid_at_idx" ON "payment_links" ("merchant_id", "marked_paid_at")
  WHERE "marked_paid_at" IS NOT NULL;
