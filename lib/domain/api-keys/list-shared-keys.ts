import type { MerchantId } from "@/lib/core/merchant-id";
import { listShared, listSharing } from "@/lib/domain/api-keys/shared-store";
import { withSystem } from "@/lib/platform/db";

/** Ids of a merchant's keys that another merchant has connected too. It does not reveal which merchant. */
export async function listSharedKeys(merchantId: MerchantId): Promise<Set<string>> {
  return new Set(await withSystem((tx) => listShared(tx, merchantId)));
}

/** Groups of ids of merchants that share a key, for the operator. */
export function merchantsSharingKeys(): Promise<string[][]> {
  return withSystem(listSharing);
}
