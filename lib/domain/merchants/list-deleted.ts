import { endOfGrace } from "@/lib/domain/members/schema";
import { listDeleted } from "@/lib/domain/merchants/store";
import { withSystem } from "@/lib/platform/db";

/** The merchants that owners have deleted, oldest first, and until when they can be reopened. For the operator. */
export async function deletedMerchants(): Promise<
  { slug: string; deletedAt: Date; restorableUntil: Date }[]
> {
  const deleted = await withSystem(listDeleted);
  return deleted.map((merchant) => ({
    ...merchant,
    restorableUntil: endOfGrace(merchant.deletedAt),
  }));
}
