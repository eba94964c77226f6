import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { removeCancellation, writeCancellation } from "@/lib/domain/payment-links/cancel/cancel-store";
import type { CancelReason } from "@/lib/domain/payment-links/cancel/schema";
import { findLinkInView, lockLink } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { view: LinkView; actor: Actor; id: string };

export type CancelFailure = { code: "not_cancellable" | "cancel_too_late" };

/**
 * Cancels a link: customers with its short address are told so. What they do with upstream's own address is not in our
 * hands. The same again is fine.
 */
export function cancelLink({
  view,
  actor,
  id,
  reason,
}: Request & { reason: CancelReason }): Promise<Result<void, CancelFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockLink(tx, id);
    if (await writeCancellation(tx, view, { id, byId: actor.userId, reason })) {
      await recordEvent(tx, { actor, action: "link.cancelled", targetId: id, details: { reason } });
      return ok(undefined);
    }
    // Not created yet, or not there.
    return (await findLinkInView(tx, view, id))?.cancelledAt
      ? ok(undefined)
      : fail({ code: "not_cancellable" });
  });
}

/** Undoes a cancellation of the last minute. */
export function undoCancel({ view, actor, id }: Request): Promise<Result<void, CancelFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockLink(tx, id);
    if (await removeCancellation(tx, view, id)) {
      await recordEvent(tx, { actor, action: "link.cancel_undone", targetId: id });
      return ok(undefined);
    }
    return (await findLinkInView(tx, view, id))?.cancelledAt
      ? fail({ code: "cancel_too_late" })
      : ok(undefined);
  });
}
