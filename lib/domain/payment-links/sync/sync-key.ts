import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok } from "@/lib/core/result";
import { type DecryptedKey, decryptKeyById } from "@/lib/domain/api-keys/decrypt-key";
import { type KeyAnswer, noteKeyAnswer } from "@/lib/domain/api-keys/note-answer";
import { type BatchEnd, endBatch, type SyncOutcome } from "@/lib/domain/payment-links/sync/end-batch";
import {
  beginLease,
  type KeySyncState,
  type Lease,
  lockKeySync,
} from "@/lib/domain/payment-links/sync/key-sync-store";
import {
  LeasedSyncRepository,
  LeaseLost,
  leaseSeconds,
} from "@/lib/domain/payment-links/sync/lease-repository";
import { scanList } from "@/lib/domain/payment-links/sync/scan-list";
import type { ListCall } from "@/lib/domain/payment-links/sync/scan-page";
import type { GatewayFailure } from "@/lib/gateway/failures";
import { listPaymentLinks } from "@/lib/gateway/payment-links-api";
import { getUpstream } from "@/lib/gateway/upstream";
import { withMerchant } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { enqueueSync } from "@/lib/platform/queue";

/** What one batch may use. A long list takes many batches, so that other merchants get theirs in between. */
const batchBudget = { requests: 10, ms: 2_000 };

/** Much shorter than the lease. If upstream is slower than this, the sync is tried again later. */
const longestRequestMs = 10_000;

/** When to try again if another worker is reading. */
const busyDelayMs = 2_000;

/** The largest number that the column of totals can hold. */
const largestTotal = 2 ** 31 - 1;

/**
 * Reads a part of a key's list (one batch) and then asks for the next batch itself. Only one worker reads a list at a
 * time. What is found is stored page by page; the result of the batch is in `key_syncs` and in the answer.
 * @param signal aborts the current request; the batch then ends as if its budget was used up.
 */
export async function syncKey({
  merchantId,
  apiKeyId,
  signal,
}: {
  merchantId: MerchantId;
  apiKeyId: string;
  signal?: AbortSignal | undefined;
}): Promise<SyncOutcome> {
  const opened = await decryptKeyById(merchantId, apiKeyId);
  if (!opened.ok && opened.code === "no_key") return { code: "no_key" };
  // A sync that was asked for is only delayed by upstream's `Retry-After`, and is enqueued for the time after.
  if (opened.ok && opened.value.waitMs > 0) return { code: "waiting" };
  const turn = await takeTurn(merchantId, apiKeyId);
  if (turn.code !== "begun") return turn;
  const { lease, state } = turn;
  if (!opened.ok) {
    const failure = { code: "key_unreadable", retryAfterMs: null } as const;
    return endBatch(lease, state, { kind: "failed", failure, checkpoint: state.checkpoint });
  }
  const repository = new LeasedSyncRepository(lease, {
    mode: opened.value.mode,
    wasComplete: state.completeAt !== null,
  });
  try {
    const end = await readOn(merchantId, opened.value, repository, state, signal);
    return await endBatch(repository.lease, state, end);
  } catch (error) {
    if (error instanceof LeaseLost) return { code: "lease_lost" };
    throw error;
  }
}

async function takeTurn(
  merchantId: MerchantId,
  apiKeyId: string,
): Promise<{ code: "begun"; lease: Lease; state: KeySyncState } | { code: "busy" }> {
  return withMerchant(merchantId, async (tx) => {
    const state = await lockKeySync(tx, apiKeyId);
    if (state.isLeased) {
      // The worker that is reading may already be past the place of a new link.
      await enqueueSync(tx, apiKeyId, busyDelayMs);
      return { code: "busy" };
    }
    return { code: "begun", lease: await beginLease(tx, apiKeyId, leaseSeconds), state };
  });
}

async function readOn(
  merchantId: MerchantId,
  { id: apiKeyId, mode, key }: DecryptedKey,
  repository: LeasedSyncRepository,
  { checkpoint }: KeySyncState,
  signal: AbortSignal | undefined,
): Promise<BatchEnd> {
  const upstream = getUpstream(mode);
  const timeoutMs = Math.min(upstream.timeoutMs, longestRequestMs);
  const list: ListCall<GatewayFailure> = async (limit, offset) => {
    const answer = await listPaymentLinks({ ...upstream, timeoutMs, apiKey: key, signal, limit, offset });
    if (!answer.ok) return fail(answer);
    const { totalItems: total, ...page } = answer.value;
    if (page.oddItems > 0) {
      log().warn({ code: "odd_list_items", merchantId, apiKeyId, offset, count: page.oddItems });
    }
    return ok({ ...page, totalItems: total !== null && total > largestTotal ? null : total });
  };
  const end = await scanList({ checkpoint, list, repository, budget: batchBudget, signal });
  const said: KeyAnswer = end.kind === "failed" ? end.failure : { code: "ok" };
  await withMerchant(merchantId, (tx) => noteKeyAnswer(tx, apiKeyId, said));
  if (end.kind !== "failed") return end;
  // A request that we aborted ourselves has not failed.
  if (signal?.aborted) return { kind: "more", checkpoint: end.checkpoint };
  const retryAfterMs = "retryAfterMs" in end.failure ? end.failure.retryAfterMs : null;
  return { ...end, failure: { code: end.failure.code, retryAfterMs } };
}
