-- A letter to an owner speaks their language, and goes to nobody who cannot sign in. Of colleagues alone, as before.
GRANT SELECT ("locale", "disabled_at") ON "users" TO "cobro_app";
