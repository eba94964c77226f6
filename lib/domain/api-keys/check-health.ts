import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { isFailing, listFailingModes, wasRefused } from "@/lib/domain/api-keys/health-store";
import { withMerchant } from "@/lib/platform/db";
import type { Sql } from "@/lib/platform/statement";

/** Whether upstream currently refuses the key of a mode. */
export function isKeyFailing(merchantId: MerchantId, mode: Mode): Promise<boolean> {
  return withMerchant(merchantId, (tx) => isFailing(tx, mode));
}

/** The modes whose keys upstream refuses, as part of a statement about the merchant with this id. */
export function failingModes(merchantId: Sql): Sql {
  return listFailingModes(merchantId);
}

/** Whether upstream refused this key at its last answer, as part of a statement. */
export function isKeyRefused(merchantId: MerchantId, id: string): Sql {
  return wasRefused(merchantId, id);
}
