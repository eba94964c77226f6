import { type LinkExpiry, toExpiresAt } from "@/lib/core/link-expiry";
import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { writeExpiry } from "@/lib/domain/payment-links/expiry/expiry-store";
import { isExpired } from "@/lib/domain/payment-links/schema";
import { findLinkInView, lockLink } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

export type ExpiryFailure = { code: "not_expirable" };

/**
 * Says anew when a link expires, counted from now. One that has expired is open again by it. A cancelled link stays as
 * it is: what its short address says is decided.
 */
export function changeExpiry({
  view,
  actor,
  id,
  expiry,
  timeZone,
}: {
  view: LinkView;
  actor: Actor;
  id: string;
  expiry: LinkExpiry;
  timeZone: string;
}): Promise<Result<void, ExpiryFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockLink(tx, id);
    const link = await findLinkInView(tx, view, id);
    if (!link || link.cancelledAt !== null) return fail({ code: "not_expirable" });
    const expiresAt = toExpiresAt(expiry, { timeZone });
    const wasExpired = isExpired(link);
    if (expiresAt?.getTime() === link.expiresAt?.getTime()) return ok(undefined);
    if (!(await writeExpiry(tx, view, { id, expiresAt }))) return fail({ code: "not_expirable" });
    const action = wasExpired ? "link.reopened" : "link.expiry_changed";
    const details = { expiresAt: expiresAt?.toISOString() ?? null };
    await recordEvent(tx, { actor, action, targetId: id, details });
    return ok(undefined);
  });
}
