import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { MerchantTx } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({ userId: z.string(), name: z.string() });

type Name = z.output<typeof row>;

/** Everybody who is or was a member, by name. */
export function teamNames(merchantId: MerchantId): Statement<Name> {
  return { sql: namesSql(merchantId), row };
}

/** The same within a transaction. */
export function findNames(tx: MerchantTx): Promise<Name[]> {
  return tx.$queryRaw<Name[]>(namesSql(tx.merchantId));
}

function namesSql(merchantId: MerchantId): Prisma.Sql {
  return Prisma.sql`
    SELECT user_id AS "userId", users.name FROM memberships JOIN users ON users.id = user_id
    WHERE merchant_id = ${merchantId}::uuid ORDER BY users.name`;
}
