import { asResolver } from "@/lib/domain/payment-links/short/code-store";
import { readTogether } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Adds openings to the link with this code, with the rights of whoever has the code. */
export async function writeOpenings(code: string, { times, at }: { times: number; at: Date }): Promise<void> {
  const sql = Prisma.sql`
    UPDATE payment_links SET first_opened_at = COALESCE(first_opened_at, ${at}::timestamptz),
      last_opened_at = GREATEST(last_opened_at, ${at}::timestamptz), opened_count = opened_count + ${times}::int
    WHERE code = ${code}`;
  await readTogether(asResolver(code), sql);
}
