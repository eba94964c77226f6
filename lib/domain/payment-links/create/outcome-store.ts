import type { Mode } from "@/lib/core/mode";
import { statesBefore } from "@/lib/domain/payment-links/create/transitions";
import type { LinkFailureCode, LinkState } from "@/lib/domain/payment-links/schema";
import type { MerchantTx } from "@/lib/platform/db";

export type Outcome =
  | { state: "ready"; upstreamId: string; url: string; active: boolean }
  | { state: "rejected" | "unknown"; failureCode: LinkFailureCode }
  /** The code stays what it was where none is given. */
  | { state: "abandoned"; failureCode?: LinkFailureCode };

/** The link's state, held until the transaction ends, so that one of two who decide it at once waits. */
export async function lockState(tx: MerchantTx, id: string): Promise<LinkState | null> {
  const [row] = await tx.$queryRaw<{ state: LinkState }[]>`
    SELECT state FROM payment_links WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return row?.state ?? null;
}

/** Writes an outcome, but only where the state may lead to it. */
export async function writeOutcome(tx: MerchantTx, ids: string[], outcome: Outcome): Promise<void> {
  await tx.paymentLink.updateMany({
    where: { merchantId: tx.merchantId, id: { in: ids }, state: { in: statesBefore(outcome.state) } },
    data: { ...outcome, leaseUntil: null, outcomeAt: new Date() },
  });
}

/** Links whose lease has ended, held until the transaction ends: nobody can tell whether the POST was sent. */
export function lockExpired(tx: MerchantTx): Promise<{ id: string; apiKeyId: string }[]> {
  return tx.$queryRaw<{ id: string; apiKeyId: string }[]>`
    SELECT id, api_key_id AS "apiKeyId" FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid AND in_doubt AND state = 'sending' AND lease_until < now()
    FOR UPDATE`;
}

/**
 * Removes the row of a link that a sync took for one made elsewhere and that is about to be known as ours. The
 * database lets no other rows be deleted.
 */
export async function removeExternal(tx: MerchantTx, mode: Mode, upstreamId: string): Promise<void> {
  await tx.paymentLink.deleteMany({
    where: { merchantId: tx.merchantId, mode, upstreamId, origin: "external" },
  });
}
