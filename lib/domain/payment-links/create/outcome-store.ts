import type { Mode } from "@/lib/core/mode";
import { statesBefore } from "@/lib/domain/payment-links/create/transitions";
import type { LinkFailureCode, LinkState } from "@/lib/domain/payment-links/schema";
import type { MerchantTx } from "@/lib/platform/db";

export type Outcome =
  | { state: "ready"; upstreamId: string; url: string; active: boolean }
  | { state: "rejected" | "unknown"; failureCode: LinkFailureCode }
  /** Without a code the link keeps the one it has. */
  | { state: "abandoned"; failureCode?: LinkFailureCode };

/** The link's state, locked until the transaction ends, so that the second of two decisions waits for the first. */
export async function lockState(tx: MerchantTx, id: string): Promise<LinkState | null> {
  const [row] = await tx.$queryRaw<{ state: LinkState }[]>`
    SELECT state FROM payment_links WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return row?.state ?? null;
}

/** Writes an outcome, but only for links whose present state may change to it. */
export async function writeOutcome(tx: MerchantTx, ids: string[], outcome: Outcome): Promise<void> {
  await tx.paymentLink.updateMany({
    where: { merchantId: tx.merchantId, id: { in: ids }, state: { in: statesBefore(outcome.state) } },
    data: { ...outcome, leaseUntil: null, outcomeAt: new Date() },
  });
}

/** Links whose lease has expired, locked until the transaction ends. It is not known whether their POST was sent. */
export function lockExpired(tx: MerchantTx): Promise<{ id: string; apiKeyId: string }[]> {
  return tx.$queryRaw<{ id: string; apiKeyId: string }[]>`
    SELECT id, api_key_id AS "apiKeyId" FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid AND in_doubt AND state = 'sending' AND lease_until < now()
    FOR UPDATE`;
}

/**
 * Removes the row of an external link that is now known to be one of ours, which has its own row. The database allows
 * no other rows to be deleted.
 */
export async function removeExternal(tx: MerchantTx, mode: Mode, upstreamId: string): Promise<void> {
  await tx.paymentLink.deleteMany({
    where: { merchantId: tx.merchantId, mode, upstreamId, origin: "external" },
  });
}
