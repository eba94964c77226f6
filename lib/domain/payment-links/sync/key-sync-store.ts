import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import {
  parseCheckpoint,
  type SyncCheckpoint,
  type SyncProblem,
} from "@/lib/domain/payment-links/sync/schema";
import { isGatewayFailureCode } from "@/lib/gateway/failures";
import type { MerchantTx } from "@/lib/platform/db";

export type KeySyncState = {
  /** Another worker is reading this list. */
  isLeased: boolean;
  checkpoint: SyncCheckpoint;
  completeAt: Date | null;
  failures: number;
};

/** The state of a key's sync, created if necessary, and locked until the transaction ends. */
export async function lockKeySync(tx: MerchantTx, apiKeyId: string): Promise<KeySyncState> {
  await tx.keySync.createMany({ data: [{ merchantId: tx.merchantId, apiKeyId }], skipDuplicates: true });
  const [row] = await tx.$queryRaw<
    { isLeased: boolean; scan: unknown; completeAt: Date | null; failures: number }[]
  >`
    SELECT COALESCE(lease_until > now(), false) AS "isLeased", scan, complete_at AS "completeAt", failures
    FROM key_syncs
    WHERE merchant_id = ${tx.merchantId}::uuid AND api_key_id = ${apiKeyId}::uuid
    FOR UPDATE`;
  if (!row) throw new Error("the row of a key's sync is gone");
  const { scan, ...state } = row;
  return { ...state, checkpoint: parseCheckpoint(scan) };
}

/**
 * The right to read a key's list. The time at which the lease ends identifies its holder, because no two leases end at
 * the same time.
 */
export type Lease = { merchantId: MerchantId; apiKeyId: string; until: Date };

/**
 * Begins a lease. The sync stays due meanwhile, so that it is soon resumed if its worker dies.
 * @param seconds after which another worker may take over.
 */
export async function beginLease(tx: MerchantTx, apiKeyId: string, seconds: number): Promise<Lease> {
  const [row] = await tx.$queryRaw<{ until: Date }[]>`
    UPDATE key_syncs
    SET lease_until = now() + make_interval(secs => ${seconds}), last_attempt_at = now(),
      next_due_at = LEAST(next_due_at, now())
    WHERE merchant_id = ${tx.merchantId}::uuid AND api_key_id = ${apiKeyId}::uuid
    RETURNING lease_until AS until`;
  if (!row) throw new Error("the row of a key's sync is gone");
  return { merchantId: tx.merchantId, apiKeyId, until: row.until };
}

/** Extends the lease and stores the checkpoint; null when another worker has taken over. */
export async function prolongLease(
  tx: MerchantTx,
  { apiKeyId, until }: Lease,
  seconds: number,
  checkpoint: SyncCheckpoint,
): Promise<Lease | null> {
  const [row] = await tx.$queryRaw<{ until: Date }[]>`
    UPDATE key_syncs
    SET lease_until = now() + make_interval(secs => ${seconds}), scan = ${JSON.stringify(checkpoint)}::jsonb
    WHERE merchant_id = ${tx.merchantId}::uuid AND api_key_id = ${apiKeyId}::uuid AND lease_until = ${until}
    RETURNING lease_until AS until`;
  return row ? { merchantId: tx.merchantId, apiKeyId, until: row.until } : null;
}

/** Ends the lease with the result of the batch. False, and nothing is stored, when another worker has taken over. */
export async function endLease(
  tx: MerchantTx,
  { apiKeyId, until }: Lease,
  outcome: {
    checkpoint: SyncCheckpoint;
    problem: SyncProblem | null;
    failures: number;
    nextDueAt: Date;
    completeAt?: Date;
    completeTotal?: number;
  },
): Promise<boolean> {
  const { checkpoint, ...columns } = outcome;
  const { count } = await tx.keySync.updateMany({
    where: { merchantId: tx.merchantId, apiKeyId, leaseUntil: until },
    data: { ...columns, scan: checkpoint, leaseUntil: null },
  });
  return count === 1;
}

/** Makes the sync due now, which pages show. The caller enqueues it too. */
export async function makeDue(tx: MerchantTx, apiKeyId: string): Promise<void> {
  const nextDueAt = new Date();
  await tx.keySync.createMany({
    data: [{ merchantId: tx.merchantId, apiKeyId, nextDueAt }],
    skipDuplicates: true,
  });
  await tx.keySync.updateMany({
    where: { merchantId: tx.merchantId, apiKeyId, nextDueAt: { gt: nextDueAt } },
    data: { nextDueAt },
  });
}

export type StoredSync = {
  completeAt: Date | null;
  completeTotal: number | null;
  checkpoint: SyncCheckpoint;
  problem: SyncProblem | null;
  nextDueAt: Date;
};

/** The active key of a mode with its sync, which is null before the first one. */
export async function findActiveSync(
  tx: MerchantTx,
  mode: Mode,
): Promise<{ apiKeyId: string; sync: StoredSync | null } | null> {
  const key = await tx.apiKey.findFirst({
    where: { merchantId: tx.merchantId, activeMode: mode },
    select: {
      id: true,
      sync: {
        select: { completeAt: true, completeTotal: true, scan: true, problem: true, nextDueAt: true },
      },
    },
  });
  if (!key) return null;
  if (!key.sync) return { apiKeyId: key.id, sync: null };
  const { scan, problem, ...sync } = key.sync;
  const known = isSyncProblem(problem) ? problem : null;
  return { apiKeyId: key.id, sync: { ...sync, problem: known, checkpoint: parseCheckpoint(scan) } };
}

function isSyncProblem(code: string | null): code is SyncProblem {
  return code === "key_unreadable" || code === "not_certified" || isGatewayFailureCode(code);
}
