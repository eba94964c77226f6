import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Secret } from "@/lib/core/secret";
import type { NoKey } from "@/lib/domain/api-keys/schema";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import {
  activeKeyRow,
  type EncryptedApiKey,
  findActiveKey,
  findDecryptableKey,
} from "@/lib/domain/api-keys/store";
import { withMerchant } from "@/lib/platform/db";
import { decryptSecret } from "@/lib/platform/secret-box/secret-box";
import type { Statement } from "@/lib/platform/statement";

export type DecryptedKey = {
  id: string;
  mode: Mode;
  key: Secret;
  /** How long upstream still wants no requests with this key (`Retry-After`); 0 when it does not say. */
  waitMs: number;
};

/** Decrypts the active key of a mode for a call to upstream. Do not keep the answer longer than the call. */
export async function decryptActiveKey(
  merchantId: MerchantId,
  mode: Mode,
): Promise<Result<DecryptedKey, NoKey>> {
  return openKey(merchantId, await withMerchant(merchantId, (tx) => findActiveKey(tx, mode)));
}

/** The chosen merchant's encrypted active key of a mode, to be asked for together with other things. `openKey` decrypts it. */
export function activeKey(mode: Mode): Statement<EncryptedApiKey> {
  return activeKeyRow(mode);
}

/**
 * The same by the key's id, for background jobs. A replaced key can be decrypted for another hour, so that the links
 * sent with it are still found; after that, or once it is disconnected, the answer is `no_key`.
 */
export async function decryptKeyById(
  merchantId: MerchantId,
  id: string,
): Promise<Result<DecryptedKey, NoKey>> {
  return openKey(merchantId, await withMerchant(merchantId, (tx) => findDecryptableKey(tx, id)));
}

/** Decrypts a key that was found. */
export async function openKey(
  merchantId: MerchantId,
  row: EncryptedApiKey | null,
): Promise<Result<DecryptedKey, NoKey>> {
  if (!row) return fail({ code: "no_key" });
  const opened = await decryptSecret(row.encrypted, secretContext(merchantId, row.id));
  if (!opened.ok) return fail({ code: "key_unreadable" });
  const waitMs = Math.max(0, (row.retryAfterAt?.getTime() ?? 0) - Date.now());
  return ok({ id: row.id, mode: row.mode, key: opened.value, waitMs });
}
