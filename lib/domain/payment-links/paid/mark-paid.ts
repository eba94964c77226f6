import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockUnmarked, writePaidMark } from "@/lib/domain/payment-links/paid/paid-store";
import { withMerchant } from "@/lib/platform/db";

/**
 * Marks links as paid. Those that a colleague has marked already keep that mark; those that were never created, and
 * those that the person may not see, are left out.
 * @returns how many were marked, and when, to take that back.
 */
export function markPaid({
  view,
  actor,
  ids,
}: {
  view: LinkView;
  actor: Actor;
  ids: readonly string[];
}): Promise<{ count: number; at: Date }> {
  return withMerchant(view.merchantId, async (tx) => {
    const marked = await lockUnmarked(tx, view, [...ids]);
    const at = new Date();
    await writePaidMark(tx, marked, { at, byId: actor.userId });
    for (const targetId of marked) await recordEvent(tx, { actor, action: "link.marked_paid", targetId });
    return { count: marked.length, at };
  });
}
