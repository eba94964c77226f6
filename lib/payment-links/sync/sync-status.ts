import { withMerchant } from "@/lib/db";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";

/** How well the list of a mode's key is known, for the screens. */
export type SyncStatus = {
  completeAt: Date | null;
  completeTotal: number | null;
  running: { seen: number; total: number | null } | null;
  problem: GatewayFailureCode | "not_certified" | null;
  nextDueAt: Date | null;
};

/** Null where no key is connected for the mode. */
export function syncStatus(merchantId: MerchantId, mode: Mode): Promise<SyncStatus | null> {
  return withMerchant(merchantId, async () => {
    void mode;
    return null;
  });
}
