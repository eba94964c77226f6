import { endOfGrace } from "@/lib/domain/members/schema";
import { listDeleted } from "@/lib/domain/merchants/store";
import { withSystem } from "@/lib/platform/db";

/** What owners have deleted, oldest first, and until when it can be had back: for the operator. */
export async function deletedMerchants(): Promise<
  { slug: string; deletedAt: Date; restorableUntil: Date }[]
> {
  const deleted = await withSystem(listDeleted);
  return deleted.map((merchant) => ({
    ...merchant,
    restorableUntil: endOfGrace(merchant.deletedAt),
  }));
}
