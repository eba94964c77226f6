-- The tags that a merchant used last are offered when somebody tags a link. Only links with tags are in this index.
CREATE INDEX "payment_links_tagged_idx" ON "payment_links" ("merchant_id", "id") WHERE "tags" <> '{}';
