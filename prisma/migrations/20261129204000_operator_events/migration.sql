-- The first half, up to "Rules", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "audit_events" ADD COLUMN     "request_id" TEXT;

-- CreateTable
CREATE TABLE "operator_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "operator_id" UUID,
    "operator" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "about_merchant_id" UUID,
    "target" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,

    CONSTRAINT "operator_events_pkey" PRIMARY KEY ("id")
);

-- Rules -------------------------------------------------------------------------------------------------------------
-- An event's hash covers its details, which hold the request's id; a process of the release before writes and seals
-- events without one. The column is the same id, where it can be asked for. Rows from before are not read now.
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_request_id"
  CHECK ("request_id" IS NOT DISTINCT FROM "details" ->> 'requestId') NOT VALID;

-- No role is granted this table: only the owner writes it, for operators. Nobody changes what is in it.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what operators did is only added to';
END
$$;
CREATE TRIGGER "operator_events_are_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "operator_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
