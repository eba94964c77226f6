import type { LinkView } from "@/lib/core/link-view";
import { listFiltered } from "@/lib/domain/payment-links/history/list-filtered";
import { findPointedId } from "@/lib/domain/payment-links/point/point-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/** More are not listed: who looks for another one searches. */
const mostTargets = 12;

/** The links that a link's code can be pointed at, newest first, and the one at which it is. */
export async function listTargets(
  view: LinkView,
  link: PaymentLink,
  { q, timeZone }: { q: string; timeZone: string },
): Promise<{ targets: PaymentLink[]; current: PaymentLink | null }> {
  const filters = { mode: link.mode, ...(q !== "" && { q }) };
  const found = await listFiltered(view, { filters, timeZone, isPrintable: true, limit: mostTargets + 2 });
  return withMerchant(view.merchantId, async (tx) => {
    const currentId = link.pointsToCode === null ? null : await findPointedId(tx, link.pointsToCode);
    const targets = found.filter(({ id }) => id !== link.id && id !== currentId);
    return {
      targets: targets.slice(0, mostTargets),
      current: currentId === null ? null : await findLinkInView(tx, view, currentId),
    };
  });
}
