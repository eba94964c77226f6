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

/** Whether the outcome was written: only from a state that may lead to it. */
export async function writeOutcome(tx: MerchantTx, id: string, outcome: Outcome): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { merchantId: tx.merchantId, id, state: { in: statesBefore(outcome.state) } },
    data: { ...outcome, leaseUntil: null, outcomeAt: new Date() },
  });
  return count === 1;
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
