import type { Mode } from "@/lib/core/mode";
import { findActiveKey } from "@/lib/domain/api-keys/store";
import type { MerchantTx } from "@/lib/platform/db";

/** How long upstream still wants no requests with the mode's key (`Retry-After`), in milliseconds; 0 for not at all. */
export async function findWait(tx: MerchantTx, mode: Mode): Promise<number> {
  const key = await findActiveKey(tx, mode);
  return Math.max(0, (key?.retryAfterAt?.getTime() ?? 0) - Date.now());
}
