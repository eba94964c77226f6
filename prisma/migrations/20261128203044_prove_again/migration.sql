-- When the person last proved who they are. For the sessions that exist, that was at their sign-in.
ALTER TABLE "sessions" ADD COLUMN "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "sessions" SET "proven_at" = "created_at";
