import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import {
  mostViews,
  readView,
  type ViewFailure,
  type ViewFilters,
} from "@/lib/domain/payment-links/saved-views/schema";
import { countViews, insertView } from "@/lib/domain/payment-links/saved-views/view-store";
import { withMerchant } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";

/** Saves what a person looks for, under a name of theirs. It is no business of the team, so that no log says it. */
export async function createView({
  merchantId,
  userId,
  name,
  filters,
}: {
  merchantId: MerchantId;
  userId: string;
  name: string;
  filters: ViewFilters;
}): Promise<Result<void, ViewFailure>> {
  const read = readView(name, filters);
  if (!read.ok) return read;
  return withMerchant(merchantId, async (tx) => {
    if ((await countViews(tx, userId)) >= mostViews) return fail({ code: "too_many_views" });
    const isNew = await insertView(tx, { id: uuidv7(), userId, ...read.value });
    return isNew ? ok(undefined) : fail({ code: "view_name_taken" });
  });
}
