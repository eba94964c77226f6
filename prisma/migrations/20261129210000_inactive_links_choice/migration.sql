-- Whether the inbox shows links that turn inactive at 4Geeks.
ALTER TABLE "merchants" ADD COLUMN "asks_about_inactive" BOOLEAN NOT NULL DEFAULT true;
