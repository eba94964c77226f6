import type { MerchantId } from "@/lib/core/merchant-id";
import {
  type PendingRow,
  type RunningBatch,
  renewIntent,
  setLink,
} from "@/lib/domain/payment-links/bulk/lease-store";
import { rowNotesReader } from "@/lib/domain/payment-links/bulk/read-row-notes";
import type { PauseReason } from "@/lib/domain/payment-links/bulk/schema";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { noteLink } from "@/lib/domain/payment-links/notes/change-notes";
import { withMerchant } from "@/lib/platform/db";

/**
 * What became of one row.
 *  - `answered`: upstream created the link, or refused this one.
 *  - `trouble`: no clear answer, or no connection. The next request waits.
 *  - `wait`: upstream has asked for time; nothing was sent.
 *  - `waitMs`: the merchant has created as many links as it may for now; nothing was sent.
 *  - a reason to pause: no other row would fare better.
 */
export type RowOutcome = "answered" | "trouble" | "wait" | { waitMs: number } | PauseReason;

/**
 * Creates the link of one row, at most once: its intent is the row's own, so that a job that runs again gets the outcome
 * of the request that was sent before. Only a row of which certainly nothing was created gets a new intent.
 */
export async function sendRow(
  { merchantId, batchId }: { merchantId: MerchantId; batchId: string },
  { mode, actor, layout }: RunningBatch,
  { place, intentId, link, cells }: PendingRow,
): Promise<RowOutcome> {
  // Rows with the same content are meant: the page said so before the batch was started.
  const created = await createPaymentLink({ merchantId, actor, mode, intentId, link, isRepeatable: true });
  if (!created.ok) {
    if (created.code === "rate_limited") return "wait";
    if (created.code === "links_used_up") return { waitMs: created.waitMs };
    if (created.code === "no_key" || created.code === "key_unreadable") return created.code;
    throw new Error(`a row of a batch could not be sent: ${created.code}`);
  }
  const { linkId, state, failureCode } = created.value;
  const isRefused = state === "rejected" || state === "abandoned";
  if (isRefused && (failureCode === "unreachable" || failureCode === "key_refused")) {
    await withMerchant(merchantId, (tx) => renewIntent(tx, batchId, place));
    return failureCode === "unreachable" ? "trouble" : failureCode;
  }
  const notes = rowNotesReader(layout)(cells);
  await withMerchant(merchantId, async (tx) => {
    await setLink(tx, batchId, place, linkId);
    if (notes.ok) await noteLink(tx, { actor, id: linkId, notes: notes.value });
  });
  return state === "unknown" && failureCode !== "interrupted" ? "trouble" : "answered";
}
