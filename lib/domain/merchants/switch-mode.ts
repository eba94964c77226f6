import type { Mode } from "@/lib/core/mode";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { updateMode } from "@/lib/domain/merchants/store";
import type { MerchantTx } from "@/lib/platform/db";

/** From now on links are created in another mode. Earlier links stay in theirs. */
export async function switchMode(tx: MerchantTx, mode: Mode, actor: Actor): Promise<void> {
  await updateMode(tx, mode);
  await recordEvent(tx, { actor, action: "merchant.mode_changed", details: { mode } });
}
