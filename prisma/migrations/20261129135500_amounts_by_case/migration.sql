-- With row-level security, Postgres looks up in an index only what it knows to give nothing away. It knows that of CASE
-- and not of COALESCE, so a smallest amount, or a page far down in the order of amounts, read all links of a merchant.
DROP INDEX "payment_links_amount_idx";
CREATE INDEX "payment_links_amount_idx" ON "payment_links"
  ("merchant_id", (CASE WHEN "amount_minor" IS NULL THEN 0::bigint ELSE "amount_minor" END), "id");
