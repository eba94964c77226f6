import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import type { KeyChanged, NoKey } from "@/lib/domain/api-keys/schema";
import { findActiveKey } from "@/lib/domain/api-keys/store";
import type { Actor } from "@/lib/domain/audit/schema";
import { switchMode } from "@/lib/domain/merchants/switch-mode";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/**
 * From now on links are created in another mode, which must have a key.
 * @param drawn the id of the key that the person's page showed. Another key is not chosen without being seen.
 */
export function chooseMode({
  merchantId,
  actor,
  mode,
  drawn,
}: Request & { mode: Mode; drawn?: string }): Promise<Result<void, NoKey | KeyChanged>> {
  return withMerchant(merchantId, async (tx) => {
    const key = await findActiveKey(tx, mode);
    if (!key) return fail({ code: "no_key" });
    if (drawn !== undefined && drawn !== key.id) return fail({ code: "changed_since" });
    await switchMode(tx, mode, actor);
    return ok(undefined);
  });
}
