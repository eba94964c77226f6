import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Secret } from "@/lib/core/secret";
import { type ApiKeyIssue, type ApiKeySummary, type NoKey, parseApiKey } from "@/lib/domain/api-keys/schema";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import {
  type EncryptedApiKey,
  findActiveKey,
  findDecryptableKey,
  insertActiveKey,
  listActiveKeys,
  lockKeys,
  retireActiveKey,
} from "@/lib/domain/api-keys/store";
import type { Actor } from "@/lib/domain/audit/schema";
import { recordEvent } from "@/lib/domain/audit/service";
import { switchMode } from "@/lib/domain/merchants/service";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import { listPaymentLinks } from "@/lib/gateway/payment-links-api";
import { openSandboxAccount } from "@/lib/gateway/sandbox-account";
import { getUpstream } from "@/lib/gateway/upstream";
import { withMerchant } from "@/lib/platform/db";
import { enqueueSync } from "@/lib/platform/queue";
import { decryptSecret, encryptSecret, fingerprintSecret } from "@/lib/platform/secret-box/secret-box";

/** Longer than any look for a lost answer takes. */
const overlapMs = 60 * 60_000;

type Request = { merchantId: MerchantId; actor: Actor };

/** Connects a pasted key, once a list call with it has proved that upstream accepts it. */
export async function connectApiKey(
  request: Request & { text: string },
): Promise<Result<ApiKeySummary["mode"], { code: ApiKeyIssue | GatewayFailureCode }>> {
  const parsed = parseApiKey(request.text);
  if (!parsed.ok) return parsed;
  const { key, mode } = parsed.value;
  const proof = await listPaymentLinks({ ...getUpstream(mode), apiKey: key, limit: 1, offset: 0 });
  if (!proof.ok) return fail({ code: proof.code });
  await saveActiveKey(request, mode, key);
  return ok(mode);
}

/** Switches to the sandbox, and opens an account there the first time. */
export async function connectSandbox(request: Request): Promise<Result<void, { code: GatewayFailureCode }>> {
  const { merchantId, actor } = request;
  const connected = await withMerchant(merchantId, async (tx) => {
    const key = await findActiveKey(tx, merchantId, "sandbox");
    if (key) await switchMode(tx, merchantId, "sandbox", actor);
    return key !== null;
  });
  if (connected) return ok(undefined);
  const account = await openSandboxAccount(getUpstream("sandbox"));
  if (!account.ok) return fail({ code: account.code });
  await saveActiveKey(request, "sandbox", account.value);
  return ok(undefined);
}

/** Makes links with the key of another mode from now on; there must be one. */
export function chooseMode({ merchantId, actor, mode }: Request & { mode: Mode }): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    const key = await findActiveKey(tx, merchantId, mode);
    if (key) await switchMode(tx, merchantId, mode, actor);
    return key !== null;
  });
}

export function listConnectedKeys(merchantId: MerchantId): Promise<ApiKeySummary[]> {
  return withMerchant(merchantId, (tx) => listActiveKeys(tx, merchantId));
}

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
  return open(merchantId, await withMerchant(merchantId, (tx) => findActiveKey(tx, merchantId, mode)));
}

/**
 * The same by the key's own id, for a background job. A key that was replaced opens for an hour more, so that links
 * sent with it are still found; past that, or disconnected, it is `no_key`.
 */
export async function decryptKeyById(
  merchantId: MerchantId,
  id: string,
): Promise<Result<DecryptedKey, NoKey>> {
  return open(merchantId, await withMerchant(merchantId, (tx) => findDecryptableKey(tx, merchantId, id)));
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

async function saveActiveKey({ merchantId, actor }: Request, mode: Mode, key: Secret): Promise<void> {
  const id = crypto.randomUUID();
  const { encrypted, masterKeyId } = await encryptSecret(key, secretContext(merchantId, id));
  const fingerprint = fingerprintSecret(key);
  const last4 = key.reveal().slice(-4);
  await withMerchant(merchantId, async (tx) => {
    await lockKeys(tx, merchantId);
    const replaced = await retireActiveKey(tx, merchantId, mode, overlapMs);
    const row = { id, mode, last4, encrypted, masterKeyId, fingerprint, connectedById: actor.userId };
    await insertActiveKey(tx, merchantId, row);
    await recordEvent(tx, merchantId, {
      actor,
      action: replaced ? "api_key.replaced" : "api_key.connected",
      targetId: id,
      details: { mode, last4 },
    });
    await switchMode(tx, merchantId, mode, actor);
    // What was made with this key before, here or elsewhere, is read in the background.
    await enqueueSync(tx, merchantId, id);
  });
}
