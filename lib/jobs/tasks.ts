import type { TaskList } from "graphile-worker";
import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import { purgeExpired } from "@/lib/domain/accounts/purge-expired";
import { merchantsToWipe, wipeRetiredKeys } from "@/lib/domain/api-keys/wipe-keys";
import { jobMerchant, merchantToPurge } from "@/lib/domain/merchants/find-job-merchant";
import { purgeDeleted } from "@/lib/domain/merchants/purge-merchants";
import { listRunning, requestRunning } from "@/lib/domain/payment-links/bulk/request-running";
import { runBatch } from "@/lib/domain/payment-links/bulk/run-batch";
import { sweepExpiredLeases } from "@/lib/domain/payment-links/create/sweep-leases";
import { findDue } from "@/lib/domain/payment-links/sync/find-due";
import { requestDueSync } from "@/lib/domain/payment-links/sync/request-sync";
import { syncKey } from "@/lib/domain/payment-links/sync/sync-key";
import { deleteOldFailures } from "@/lib/jobs/list-jobs";
import { recordRefusal } from "@/lib/jobs/record-refusal";
import { sendMail } from "@/lib/jobs/send-mail";
import { withRequests } from "@/lib/jobs/with-requests";
import { log } from "@/lib/platform/log";

const syncPayload = z.object({ merchantId: z.uuid(), apiKeyId: z.uuid() });
const bulkPayload = z.object({ merchantId: z.uuid(), batchId: z.uuid() });

/**
 * The handlers of all background jobs. `signal` aborts when the worker stops: jobs that can be interrupted then end.
 */
export function taskList(signal: AbortSignal): TaskList {
  return withRequests({
    "sync-key": (payload) => runSync(payload, signal),
    "create-bulk": async (payload) => {
      const { merchantId: id, batchId } = bulkPayload.parse(payload);
      const merchantId = await jobMerchant(id);
      if (merchantId) await runBatch({ merchantId, batchId, signal });
    },
    sweep: () => sweep(signal),
    "send-mail": sendMail,
    "record-refusal": recordRefusal,
    "purge-deleted": async () => {
      await purgeDeleted({ asMerchant: merchantToPurge, signal });
    },
    "purge-expired": async () => {
      const failures = await deleteOldFailures();
      log().debug({ code: "expired_purged", ...(await purgeExpired(signal)), failures });
    },
  });
}

async function runSync(payload: unknown, signal: AbortSignal): Promise<void> {
  const { merchantId: id, apiKeyId } = syncPayload.parse(payload);
  const merchantId = await jobMerchant(id);
  if (!merchantId) return;
  const { code, ...outcome } = await syncKey({ merchantId, apiKeyId, signal });
  log()[code === "failed" ? "warn" : "debug"]({ code: `sync_${code}`, merchantId, apiKeyId, ...outcome });
}

/**
 * Finds work that no job was enqueued for: keys that are due for a sync, links whose process died while sending, and
 * batches of links whose process died.
 */
async function sweep(signal: AbortSignal): Promise<void> {
  for (const id of await merchantsToWipe()) {
    await forMerchant(id, signal, async (merchantId) => {
      const count = await wipeRetiredKeys(merchantId);
      log().debug({ code: "keys_wiped", merchantId, count });
    });
  }
  const { merchantIds, keys } = await findDue();
  for (const { merchantId: id, batchId } of await listRunning()) {
    await forMerchant(id, signal, (merchantId) => requestRunning(merchantId, batchId));
  }
  for (const id of merchantIds) {
    await forMerchant(id, signal, async (merchantId) => {
      const count = await sweepExpiredLeases(merchantId);
      log().warn({ code: "links_interrupted", merchantId, count });
    });
  }
  for (const { merchantId: id, apiKeyId } of keys) {
    await forMerchant(id, signal, (merchantId) => requestDueSync(merchantId, apiKeyId));
  }
}

/** If the work fails for one merchant, it goes on with the others. */
async function forMerchant(
  id: string,
  signal: AbortSignal,
  work: (merchantId: MerchantId) => Promise<void>,
): Promise<void> {
  if (signal.aborted) return;
  try {
    const merchantId = await jobMerchant(id);
    if (merchantId) await work(merchantId);
  } catch (error) {
    log().error({ code: "sweep_failed", merchantId: id, err: error });
  }
}
