-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- CreateTable
CREATE TABLE "secret_fingerprints" (
    "name" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "secret_fingerprints_pkey" PRIMARY KEY ("name","fingerprint")
);

-- Roles -------------------------------------------------------------------------------------------------------------

-- "secret_fingerprints" belongs to no merchant, so no role but the owner may use it.

-- Checks ------------------------------------------------------------------------------------------------------------

ALTER TABLE "secret_fingerprints"
  ADD CONSTRAINT "secret_fingerprints_length" CHECK (octet_length("fingerprint") = 32);
