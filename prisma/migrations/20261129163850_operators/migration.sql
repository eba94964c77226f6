-- The first half, up to "Roles", is what Prisma's diff writes for schema.prisma. The second half is by hand.

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "operator_since" TIMESTAMPTZ(3);

-- Roles -------------------------------------------------------------------------------------------------------------

-- No role is granted this column: only the owner, as whom people sign in, reads it, and only an operator's command
-- writes it.
