import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { updateMode } from "@/lib/domain/merchants/store";
import type { Tx } from "@/lib/platform/db";

/** Makes links of another mode from now on; each earlier link stays in the mode that made it. */
export async function switchMode(tx: Tx, merchantId: MerchantId, mode: Mode, actor: Actor): Promise<void> {
  await updateMode(tx, merchantId, mode);
  await recordEvent(tx, merchantId, { actor, action: "merchant.mode_changed", details: { mode } });
}
