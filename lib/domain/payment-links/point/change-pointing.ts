import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockBoth, writePointing } from "@/lib/domain/payment-links/point/point-store";
import { isPayable } from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { view: LinkView; actor: Actor; id: string };

export type PointFailure = { code: "not_pointable" | "target_not_open" };

/**
 * Points a link's code at another link: whoever scans a poster gets to the other's pay page. Only at one of the same
 * business and mode that can be paid, and not at itself. Where the other's own code is pointed does not matter.
 */
export function pointCode({
  view,
  actor,
  id,
  targetId,
}: Request & { targetId: string }): Promise<Result<void, PointFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockBoth(tx, [id, targetId]);
    const link = await findLinkInView(tx, view, id);
    const target = await findLinkInView(tx, view, targetId);
    if (!link?.code || link.state !== "ready") return fail({ code: "not_pointable" });
    const isOpen = target !== null && isPayable(target) && target.mode === link.mode && target.id !== link.id;
    if (!isOpen || target.code === null) return fail({ code: "target_not_open" });
    if (link.pointsToCode === target.code) return ok(undefined);
    if (!(await writePointing(tx, view, { id, pointsToCode: target.code })))
      return fail({ code: "not_pointable" });
    await recordEvent(tx, { actor, action: "link.code_pointed", targetId: id, details: { toId: target.id } });
    return ok(undefined);
  });
}

/** Lets a link's code lead to its own pay page again. */
export function restoreCode({ view, actor, id }: Request): Promise<Result<void, PointFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockBoth(tx, [id]);
    const link = await findLinkInView(tx, view, id);
    if (!link) return fail({ code: "not_pointable" });
    if (link.pointsToCode === null) return ok(undefined);
    if (!(await writePointing(tx, view, { id, pointsToCode: null }))) return fail({ code: "not_pointable" });
    await recordEvent(tx, { actor, action: "link.code_restored", targetId: id });
    return ok(undefined);
  });
}
