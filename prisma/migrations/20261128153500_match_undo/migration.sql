-- AlterTable
ALTER TABLE "payment_links" ADD COLUMN "matched_from" JSONB;

-- A person can undo a match. This is the only way out of "ready", and only for a link that was matched. The link loses
-- its address in the same change. All other rules stay the same.
CREATE OR REPLACE FUNCTION "check_link_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF (NEW.origin, NEW.state) NOT IN (('portal', 'sending'), ('external', 'ready')) THEN
      RAISE check_violation USING MESSAGE = format('a %s link cannot begin as %s', NEW.origin, NEW.state);
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.origin = 'portal' AND (
    NEW.origin, NEW.mode, NEW.intent_id, NEW.request_hash, NEW.amount_minor, NEW.currency, NEW.description, NEW.api_key_id,
    NEW.reference
  ) IS DISTINCT FROM (
    OLD.origin, OLD.mode, OLD.intent_id, OLD.request_hash, OLD.amount_minor, OLD.currency, OLD.description, OLD.api_key_id,
    OLD.reference
  ) THEN
    RAISE check_violation USING MESSAGE = 'what was sent is not rewritten';
  END IF;
  IF (OLD.state, NEW.state) = ('ready', 'unknown') AND OLD.matched_from IS NOT NULL
    AND (NEW.matched_from IS NULL AND NEW.upstream_id IS NULL AND NEW.url IS NULL) THEN
    RETURN NEW;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
    ('sending', 'ready'), ('sending', 'rejected'), ('sending', 'unknown'),
    ('unknown', 'ready'), ('unknown', 'abandoned')
  ) THEN
    RAISE check_violation USING MESSAGE = format('a link cannot go from %s to %s', OLD.state, NEW.state);
  END IF;
  IF OLD.state = 'ready' AND (NEW.upstream_id, NEW.url) IS DISTINCT FROM (OLD.upstream_id, OLD.url) THEN
    RAISE check_violation USING MESSAGE = 'a ready link keeps its address';
  END IF;
  RETURN NEW;
END
$$;

ALTER TABLE "payment_links"
  ADD CONSTRAINT "payment_links_matched_is_ready" CHECK (
    "matched_from" IS NULL OR ("origin" = 'portal' AND "state" = 'ready')
  );
