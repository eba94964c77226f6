import type { LinkView } from "@/lib/core/link-view";
import type { Result } from "@/lib/core/result";
import { changeDraft } from "@/lib/domain/payment-links/bulk/change-draft";
import type { BulkFailure } from "@/lib/domain/payment-links/bulk/schema";

/** Says of a row that looks like a total whether it gets a link. */
export function takeTotal(
  view: LinkView,
  { take, ...row }: { id: string; version: number; place: number; take: boolean },
): Promise<Result<void, BulkFailure>> {
  return changeDraft(view, row, ({ place }, layout) => {
    const others = layout.takenTotals.filter((taken) => taken !== place);
    return { ...layout, takenTotals: take ? [...others, place] : others };
  });
}
