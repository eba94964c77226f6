import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { SavedView } from "@/lib/domain/payment-links/saved-views/schema";
import type { MerchantTx } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({ id: z.string(), name: z.string(), query: z.string() });

/** A person's views, in the order in which they were saved. */
export function savedViews(merchantId: MerchantId, userId: string): Statement<SavedView> {
  const sql = Prisma.sql`
    SELECT id, name, query FROM saved_views
    WHERE merchant_id = ${merchantId}::uuid AND user_id = ${userId}::uuid ORDER BY id`;
  return { sql, row };
}

export function countViews(tx: MerchantTx, userId: string): Promise<number> {
  return tx.savedView.count({ where: { merchantId: tx.merchantId, userId } });
}

/** False when the person has a view with this name. */
export async function insertView(tx: MerchantTx, view: SavedView & { userId: string }): Promise<boolean> {
  const data = { merchantId: tx.merchantId, ...view };
  const { count } = await tx.savedView.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function deleteView(
  tx: MerchantTx,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  await tx.savedView.deleteMany({ where: { merchantId: tx.merchantId, userId, id } });
}
