import type { ExportRun } from "@/lib/domain/payment-links/export-runs/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Whose run it is. The browser has made its id. */
export type RunKey = { id: string; userId: string };

/** Begins a run, or begins it anew when a browser asks for its file again. False when the id is another person's. */
export async function beginRun(tx: MerchantTx, { id, userId }: RunKey): Promise<boolean> {
  const begun = await tx.$executeRaw`
    INSERT INTO export_runs (merchant_id, id, user_id) VALUES (${tx.merchantId}::uuid, ${id}::uuid, ${userId}::uuid)
    ON CONFLICT (merchant_id, id) DO UPDATE
      SET state = 'running', written = 0, total = NULL, seen_at = now()
      WHERE export_runs.user_id = EXCLUDED.user_id`;
  return begun === 1;
}

/** Whoever asks how an export goes on asks while it does. */
export async function removeOldRuns(tx: MerchantTx): Promise<void> {
  await tx.$executeRaw`DELETE FROM export_runs WHERE merchant_id = ${tx.merchantId}::uuid AND seen_at < now() - interval '1 day'`;
}

/** Writes down how far a run is. False when it does not go on, because the person has cancelled it. */
export async function noteRun(
  tx: MerchantTx,
  id: string,
  { state, written, total }: ExportRun,
): Promise<boolean> {
  const { count } = await tx.exportRun.updateMany({
    where: { merchantId: tx.merchantId, id, state: "running" },
    data: { state, written, total, seenAt: new Date() },
  });
  return count > 0;
}

export async function cancelRunning(tx: MerchantTx, { id, userId }: RunKey): Promise<void> {
  await tx.exportRun.updateMany({
    where: { merchantId: tx.merchantId, id, userId, state: "running" },
    data: { state: "cancelled" },
  });
}

/** A run of which nothing was heard for a while has ended with its process. */
export async function findRun(tx: MerchantTx, { id, userId }: RunKey): Promise<ExportRun | null> {
  const [run] = await tx.$queryRaw<ExportRun[]>(Prisma.sql`
    SELECT CASE WHEN state = 'running' AND seen_at < now() - interval '30 seconds' THEN 'broken' ELSE state END AS state,
      written, total
    FROM export_runs
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid AND user_id = ${userId}::uuid`);
  return run ?? null;
}
