import * as z from "zod";
import { modes } from "@/lib/core/mode";
import { failingModes } from "@/lib/domain/api-keys/check-health";
import { waiting } from "@/lib/domain/payment-links/inbox/inbox-store";
import { chosenMerchant } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({ waiting: z.number(), failingModes: z.array(z.enum(modes)) });

/**
 * What the frame of a merchant's pages says about its links and keys: how many links need attention, and the modes whose
 * keys upstream refuses. Of the merchant whom the statement before found.
 */
export function merchantNews(): Statement<z.output<typeof row>> {
  const sql = Prisma.sql`
    SELECT ${waiting(Prisma.sql`merchant_id = ${chosenMerchant}`)} AS waiting, ${failingModes(chosenMerchant)} AS "failingModes"`;
  return { sql, row };
}
