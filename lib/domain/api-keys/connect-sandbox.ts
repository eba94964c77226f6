import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { saveActiveKey } from "@/lib/domain/api-keys/save-key";
import { findActiveKey } from "@/lib/domain/api-keys/store";
import type { Actor } from "@/lib/domain/audit/schema";
import { switchMode } from "@/lib/domain/merchants/switch-mode";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import { openSandboxAccount } from "@/lib/gateway/sandbox-account";
import { getUpstream } from "@/lib/gateway/upstream";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Switches to the sandbox, and opens an account there the first time. */
export async function connectSandbox(request: Request): Promise<Result<void, { code: GatewayFailureCode }>> {
  const { merchantId, actor } = request;
  const connected = await withMerchant(merchantId, async (tx) => {
    const key = await findActiveKey(tx, "sandbox");
    if (key) await switchMode(tx, "sandbox", actor);
    return key !== null;
  });
  if (connected) return ok(undefined);
  const account = await openSandboxAccount(getUpstream("sandbox"));
  if (!account.ok) return fail({ code: account.code });
  await saveActiveKey(request, "sandbox", account.value);
  return ok(undefined);
}
