import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Secret } from "@/lib/core/secret";
import type { NoKey } from "@/lib/domain/api-keys/schema";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import { type EncryptedApiKey, findActiveKey, findDecryptableKey } from "@/lib/domain/api-keys/store";
import { withMerchant } from "@/lib/platform/db";
import { decryptSecret } from "@/lib/platform/secret-box/secret-box";

export type DecryptedKey = {
  id: string;
  mode: Mode;
  key: Secret;
  /** For how long upstream has asked to hear nothing of it; 0 when it has not. */
  waitMs: number;
};

/** The key that makes this mode's links, opened for the gateway. Hold the answer no longer than the call. */
export async function decryptActiveKey(
  merchantId: MerchantId,
  mode: Mode,
): Promise<Result<DecryptedKey, NoKey>> {
  return open(merchantId, await withMerchant(merchantId, (tx) => findActiveKey(tx, mode)));
}

/**
 * The same by the key's own id, for a background job. A key that was replaced opens for an hour more, so that links
 * sent with it are still found; past that, or disconnected, it is `no_key`.
 */
export async function decryptKeyById(
  merchantId: MerchantId,
  id: string,
): Promise<Result<DecryptedKey, NoKey>> {
  return open(merchantId, await withMerchant(merchantId, (tx) => findDecryptableKey(tx, id)));
}

async function open(
  merchantId: MerchantId,
  row: EncryptedApiKey | null,
): Promise<Result<DecryptedKey, NoKey>> {
  if (!row) return fail({ code: "no_key" });
  const opened = await decryptSecret(row.encrypted, secretContext(merchantId, row.id));
  if (!opened.ok) return fail({ code: "key_unreadable" });
  const waitMs = Math.max(0, (row.retryAfterAt?.getTime() ?? 0) - Date.now());
  return ok({ id: row.id, mode: row.mode, key: opened.value, waitMs });
}
