import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({ userId: z.string(), name: z.string() });

type Name = z.output<typeof row>;

/** Everybody who is or was a member, by name. */
export function teamNames(merchantId: MerchantId): Statement<Name> {
  const sql = Prisma.sql`
    SELECT user_id AS "userId", users.name FROM memberships JOIN users ON users.id = user_id
    WHERE merchant_id = ${merchantId}::uuid ORDER BY users.name`;
  return { sql, row };
}

const foldedRow = row.extend({ folded: z.string() });

type FoldedName = z.output<typeof foldedRow>;

/** The same with names as searches fold them. */
export function foldedNames(merchantId: MerchantId): Statement<FoldedName> {
  const sql = Prisma.sql`
    SELECT user_id AS "userId", users.name, fold_text(users.name) AS folded
    FROM memberships JOIN users ON users.id = user_id WHERE merchant_id = ${merchantId}::uuid ORDER BY users.name`;
  return { sql, row: foldedRow };
}
