-- Until when upstream wants to hear nothing of this key, as its Retry-After said, whatever the request was.
ALTER TABLE "api_keys" ADD COLUMN     "quiet_until" TIMESTAMPTZ(3);
