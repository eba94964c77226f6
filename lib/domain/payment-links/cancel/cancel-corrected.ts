import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { writeCorrection } from "@/lib/domain/payment-links/cancel/cancel-store";
import type { MerchantTx } from "@/lib/platform/db";

/**
 * A link that replaces a wrong one is ready: from this moment on the wrong one is cancelled and leads here, however late
 * the answer came.
 */
export async function cancelCorrected(
  tx: MerchantTx,
  { id, actor }: { id: string; actor: Actor },
): Promise<void> {
  const targetId = await writeCorrection(tx, { id, byId: actor.userId });
  if (targetId === null) return;
  const details = { reason: "replaced", newId: id };
  await recordEvent(tx, { actor, action: "link.cancelled", targetId, details });
}
