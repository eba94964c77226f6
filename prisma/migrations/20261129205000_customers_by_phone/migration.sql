-- A customer's data is removed on request, from all links with their number.
CREATE INDEX "payment_links_customer_phone_idx" ON "payment_links" ("merchant_id", "customer_phone")
  WHERE "customer_phone" IS NOT NULL;
