import { listSharedOf, listSharing } from "@/lib/api-keys/shared-store";
import { withSystem } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";

/** Ids of a merchant's keys that another merchant here has connected too. It does not tell which one. */
export async function sharedKeysOf(merchantId: MerchantId): Promise<Set<string>> {
  return new Set(await withSystem((tx) => listSharedOf(tx, merchantId)));
}

/** Groups of ids of merchants that share a key, for the operator. */
export function merchantsSharingKeys(): Promise<string[][]> {
  return withSystem(listSharing);
}
