import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { findActiveKey } from "@/lib/domain/api-keys/store";
import type { Actor } from "@/lib/domain/audit/schema";
import { switchMode } from "@/lib/domain/merchants/switch-mode";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** From now on links are created in another mode. False when that mode has no key. */
export function chooseMode({ merchantId, actor, mode }: Request & { mode: Mode }): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    const key = await findActiveKey(tx, mode);
    if (key) await switchMode(tx, mode, actor);
    return key !== null;
  });
}
