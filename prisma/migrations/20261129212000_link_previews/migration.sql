-- What a messenger shows of a link before it is opened: the role that finds a link by its code may read it too. Customers see
-- all of it on the pay page.

-- Roles -------------------------------------------------------------------------------------------------------------
GRANT SELECT ("amount_minor", "currency", "description", "mode", "active", "marked_paid_at") ON "payment_links" TO "cobro_resolver";
GRANT SELECT ("color", "time_zone", "default_currency") ON "merchants" TO "cobro_resolver";
GRANT SELECT ("merchant_id", "png", "width", "height", "version") ON "merchant_logos" TO "cobro_resolver";

CREATE POLICY "of_code" ON "merchant_logos" FOR SELECT TO "cobro_resolver"
  USING ("merchant_id" = (
    SELECT link.merchant_id FROM payment_links link
    WHERE link.code = NULLIF(current_setting('app.link_code', true), '') LIMIT 1
  ));
