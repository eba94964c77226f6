-- Shared tills: devices that a merchant has enrolled, the PINs of its people, and how often a wrong one was typed. A
-- session that a PIN began belongs to one device of one merchant.
--
-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "till_idle_minutes" INTEGER NOT NULL DEFAULT 5;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "pin_id" UUID,
ADD COLUMN     "till_device_id" UUID,
ADD COLUMN     "till_merchant_id" UUID;

-- CreateTable
CREATE TABLE "till_devices" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "enrolled_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "till_devices_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "member_pins" (
    "merchant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pin_hash" TEXT,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pins_pkey" PRIMARY KEY ("merchant_id","user_id")
);

-- CreateTable
CREATE TABLE "pin_tries" (
    "merchant_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pin_tries_pkey" PRIMARY KEY ("merchant_id","device_id","user_id")
);

-- CreateIndex
CREATE INDEX "till_devices_token_hash_idx" ON "till_devices"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "till_devices_merchant_id_token_hash_key" ON "till_devices"("merchant_id", "token_hash");

-- CreateIndex
CREATE INDEX "sessions_till_merchant_id_till_device_id_idx" ON "sessions"("till_merchant_id", "till_device_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_till_merchant_id_till_device_id_fkey" FOREIGN KEY ("till_merchant_id", "till_device_id") REFERENCES "till_devices"("merchant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "till_devices" ADD CONSTRAINT "till_devices_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "till_devices" ADD CONSTRAINT "till_devices_merchant_id_enrolled_by_id_fkey" FOREIGN KEY ("merchant_id", "enrolled_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_pins" ADD CONSTRAINT "member_pins_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_pins" ADD CONSTRAINT "member_pins_merchant_id_user_id_fkey" FOREIGN KEY ("merchant_id", "user_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin_tries" ADD CONSTRAINT "pin_tries_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin_tries" ADD CONSTRAINT "pin_tries_merchant_id_device_id_fkey" FOREIGN KEY ("merchant_id", "device_id") REFERENCES "till_devices"("merchant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin_tries" ADD CONSTRAINT "pin_tries_merchant_id_user_id_fkey" FOREIGN KEY ("merchant_id", "user_id") REFERENCES "member_pins"("merchant_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles -------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON "till_devices" TO "cobro_app";

ALTER TABLE "till_devices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "till_devices" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "till_devices" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON "member_pins" TO "cobro_app";

ALTER TABLE "member_pins" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "member_pins" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "member_pins" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON "pin_tries" TO "cobro_app";

ALTER TABLE "pin_tries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pin_tries" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "pin_tries" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- Whoever holds a device's secret sees that device, before any merchant is set.
CREATE POLICY "by_token" ON "till_devices" FOR SELECT TO "cobro_app"
  USING ("token_hash" = decode(NULLIF(current_setting('app.till_hash', true), ''), 'hex'));

-- Who leaves the team loses the PIN, and finds none on coming back.
CREATE FUNCTION "end_member_pin"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "member_pins" SET "pin_hash" = NULL, "id" = gen_random_uuid()
  WHERE "merchant_id" = NEW.merchant_id AND "user_id" = NEW.user_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "end_member_pin" AFTER UPDATE OF "removed_at" ON "memberships"
  FOR EACH ROW WHEN (NEW.removed_at IS NOT NULL) EXECUTE FUNCTION "end_member_pin"();

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "merchants"
  ADD CONSTRAINT "merchants_till_idle_minutes" CHECK ("till_idle_minutes" BETWEEN 1 AND 60);
ALTER TABLE "sessions"
  ADD CONSTRAINT "sessions_till_is_whole" CHECK (("till_merchant_id" IS NULL) = ("till_device_id" IS NULL)),
  ADD CONSTRAINT "sessions_pin_needs_a_till" CHECK ("pin_id" IS NULL OR "till_device_id" IS NOT NULL);
ALTER TABLE "till_devices"
  ADD CONSTRAINT "till_devices_token_hash_size" CHECK (octet_length("token_hash") = 32);
ALTER TABLE "pin_tries"
  ADD CONSTRAINT "pin_tries_within_the_limit" CHECK ("tries" BETWEEN 0 AND 5);
