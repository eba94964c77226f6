-- The first half, up to "Rows", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "cashiers_own_links" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "closed_by_id" UUID,
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "password_resets" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "merchant_slugs" (
    "merchant_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merchant_slugs_pkey" PRIMARY KEY ("merchant_id","slug")
);

-- CreateTable
CREATE TABLE "invitations" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "pending_email" TEXT,
    "role" "role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateIndex
CREATE INDEX "password_resets_user_id_idx" ON "password_resets"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "merchant_slugs_slug_key" ON "merchant_slugs"("slug");

-- CreateIndex
CREATE INDEX "invitations_token_hash_idx" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_merchant_id_pending_email_key" ON "invitations"("merchant_id", "pending_email");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_merchant_id_token_hash_key" ON "invitations"("merchant_id", "token_hash");

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merchant_slugs" ADD CONSTRAINT "merchant_slugs_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("merchant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_merchant_id_invited_by_id_fkey" FOREIGN KEY ("merchant_id", "invited_by_id") REFERENCES "memberships"("merchant_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Rows --------------------------------------------------------------------------------------------------------------
-- The owner of the tables obeys row-level security too, and would find no merchant to copy from.
ALTER TABLE "merchants" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "merchant_slugs" ("merchant_id", "slug") SELECT "merchant_id", "slug" FROM "merchants";
ALTER TABLE "merchants" FORCE ROW LEVEL SECURITY;

-- Roles -------------------------------------------------------------------------------------------------------------
-- A slug stays its merchant's for good: never changed, never given back.
GRANT SELECT, INSERT ON "merchant_slugs" TO "cobro_app";
GRANT SELECT, INSERT, UPDATE ON "invitations" TO "cobro_app";
GRANT SELECT ("slug", "deleted_at") ON "merchants" TO "cobro_system";

ALTER TABLE "merchant_slugs" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "merchant_slugs" FORCE ROW LEVEL SECURITY;
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitations" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "merchant_slugs" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);
CREATE POLICY "tenant" ON "invitations" TO "cobro_app"
  USING ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid)
  WITH CHECK ("merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid);

-- A signed-in person finds their merchants by old addresses too.
CREATE POLICY "own" ON "merchant_slugs" FOR SELECT TO "cobro_app"
  USING (EXISTS (
    SELECT FROM "memberships"
    WHERE "memberships"."merchant_id" = "merchant_slugs"."merchant_id"
      AND "memberships"."user_id" = NULLIF(current_setting('app.user_id', true), '')::uuid
      AND "memberships"."removed_at" IS NULL
  ));

-- Whoever holds a token sees the one invitation that it is for, before any merchant is set. Whether it may still be
-- accepted is decided inside the merchant, under a lock.
CREATE POLICY "by_token" ON "invitations" FOR SELECT TO "cobro_app"
  USING ("token_hash" = decode(NULLIF(current_setting('app.invitation_hash', true), ''), 'hex'));

-- Checks ------------------------------------------------------------------------------------------------------------
ALTER TABLE "merchants"
  ADD CONSTRAINT "merchants_color" CHECK ("color" ~ '^#[0-9a-f]{6}$'),
  -- What is deleted is turned off as well, so that one column tells whether a merchant is open.
  ADD CONSTRAINT "merchants_deleted_is_disabled" CHECK ("deleted_at" IS NULL OR "disabled_at" IS NOT NULL);

ALTER TABLE "invitations"
  ADD CONSTRAINT "invitations_email_lower" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "invitations_token_hash_size" CHECK (octet_length("token_hash") = 32),
  ADD CONSTRAINT "invitations_pending_until_settled" CHECK (
    CASE WHEN "accepted_at" IS NULL AND "revoked_at" IS NULL
      THEN "pending_email" IS NOT DISTINCT FROM "email" ELSE "pending_email" IS NULL END
  );

ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_token_hash_size" CHECK (octet_length("token_hash") = 32);

-- One table of all slugs, current and former, decides whose a slug is: a clash with anyone's is a unique violation.
CREATE FUNCTION "keep_merchant_slug"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "merchant_slugs" ("merchant_id", "slug") VALUES (NEW.merchant_id, NEW.slug)
  ON CONFLICT ("merchant_id", "slug") DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER "keep_merchant_slug" AFTER INSERT OR UPDATE OF "slug" ON "merchants"
  FOR EACH ROW EXECUTE FUNCTION "keep_merchant_slug"();
