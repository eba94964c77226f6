import * as z from "zod";
import { modes } from "@/lib/core/mode";
import { failingModes } from "@/lib/domain/api-keys/check-health";
import { waiting } from "@/lib/domain/payment-links/inbox/inbox-store";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({ waiting: z.number(), failingModes: z.array(z.enum(modes)) });

/**
 * What the frame of a merchant's pages says about its links and keys: how many links need attention, and the modes whose
 * keys upstream refuses. Of the merchant whom the statement before found.
 */
export function merchantNews(): Statement<z.output<typeof row>> {
  const merchantId = Prisma.sql`NULLIF(current_setting('app.merchant_id', true), '')::uuid`;
  const sql = Prisma.sql`
    SELECT ${waiting(Prisma.sql`merchant_id = ${merchantId}`)} AS waiting, ${failingModes(merchantId)} AS "failingModes"`;
  return { sql, row };
}
