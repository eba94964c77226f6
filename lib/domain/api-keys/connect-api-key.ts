import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { saveActiveKey } from "@/lib/domain/api-keys/save-key";
import { type ApiKeyIssue, type ApiKeySummary, parseApiKey } from "@/lib/domain/api-keys/schema";
import type { Actor } from "@/lib/domain/audit/schema";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import { listPaymentLinks } from "@/lib/gateway/payment-links-api";
import { getUpstream } from "@/lib/gateway/upstream";

type Request = { merchantId: MerchantId; actor: Actor };

/** Connects a pasted key after a list call has shown that upstream accepts it. */
export async function connectApiKey(
  request: Request & {
    text: string;
    /** The ids of the keys that the person's page showed. */
    drawn?: string[];
  },
): Promise<Result<ApiKeySummary["mode"], { code: ApiKeyIssue | GatewayFailureCode }>> {
  const parsed = parseApiKey(request.text);
  if (!parsed.ok) return parsed;
  const { key, mode } = parsed.value;
  const proof = await listPaymentLinks({ ...getUpstream(mode), apiKey: key, limit: 1, offset: 0 });
  if (!proof.ok) return fail({ code: proof.code });
  const saved = await saveActiveKey(request, mode, key);
  return saved.ok ? ok(mode) : saved;
}
