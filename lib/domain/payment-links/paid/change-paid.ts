import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { removePaidMarks, writePaidFacts } from "@/lib/domain/payment-links/paid/paid-store";
import { withMerchant } from "@/lib/platform/db";

/** `at` is when the mark was made that the person's page showed. */
type Request = { view: LinkView; actor: Actor; at: Date };

export type PaidFailure = { code: "paid_changed_since" };

/** Removes marks, with what was written about them. A newer one that the person has not seen stays. */
export function undoPaid({
  view,
  actor,
  ids,
  at,
}: Request & { ids: readonly string[] }): Promise<Result<void, PaidFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    const removed = await removePaidMarks(tx, view, { ids: [...ids], at });
    if (removed.length === 0) return fail({ code: "paid_changed_since" });
    for (const targetId of removed)
      await recordEvent(tx, { actor, action: "link.paid_mark_removed", targetId });
    return ok(undefined);
  });
}

/** Writes a note and a reference about a payment. The log does not say what is in them, as they can be removed. */
export function describePaid({
  view,
  actor,
  id,
  at,
  ...facts
}: Request & { id: string; note: string; reference: string }): Promise<Result<void, PaidFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    if (!(await writePaidFacts(tx, view, { id, at, ...facts }))) return fail({ code: "paid_changed_since" });
    await recordEvent(tx, { actor, action: "link.paid_mark_described", targetId: id });
    return ok(undefined);
  });
}
