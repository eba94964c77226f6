-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- CreateTable
CREATE TABLE "linked_identities" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "linked_identities_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "linked_identities_issuer_subject_key" ON "linked_identities"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "linked_identities_user_id_issuer_key" ON "linked_identities"("user_id", "issuer");

-- AddForeignKey
ALTER TABLE "linked_identities" ADD CONSTRAINT "linked_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles -------------------------------------------------------------------------------------------------------------

-- "linked_identities" belongs to no merchant, so no role but the owner may use it.

-- Checks ------------------------------------------------------------------------------------------------------------

-- OpenID Connect allows a subject no more than 255 characters.
ALTER TABLE "linked_identities"
  ADD CONSTRAINT "linked_identities_subject_length" CHECK (char_length("subject") BETWEEN 1 AND 255);
