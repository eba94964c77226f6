import type { AccountTx, MerchantTx } from "@/lib/platform/db";
import { currentRequestId } from "@/lib/platform/request-id";

/** Background work that use-cases ask for. The handler of each task is in lib/jobs. */
export type Job =
  | { task: "sync-key"; payload: { apiKeyId: string } }
  | { task: "create-bulk"; payload: { batchId: string } }
  | MailJob;

/** Work that belongs to no merchant. */
type AccountJob = MailJob | { task: "record-refusal"; payload: { userId: string; ip: string | null } };

/** An email, encrypted by lib/platform/mail. */
type MailJob = { task: "send-mail"; payload: { mailId: string; sealed: string } };

/**
 * Adds a job in the caller's transaction, so that it exists if and only if the transaction commits. It replaces a
 * waiting job with the same `key`, so that asking twice makes one job. The job carries the id of the request.
 */
export async function enqueue(
  tx: MerchantTx,
  job: Job,
  { key, delayMs = 0 }: { key: string; delayMs?: number },
): Promise<void> {
  const payload = JSON.stringify({
    merchantId: tx.merchantId,
    ...job.payload,
    requestId: currentRequestId(),
  });
  const runAt = new Date(Date.now() + delayMs);
  await tx.$executeRaw`
    SELECT enqueue_for_merchant(${job.task}, ${payload}::json, ${runAt}, ${`${tx.merchantId}:${key}`})`;
}

/** The same for work that belongs to no merchant, in a transaction of `withAccounts`. */
export async function enqueueForAccount(
  tx: AccountTx,
  job: AccountJob,
  { key, delayMs = 0 }: { key: string; delayMs?: number },
): Promise<void> {
  const payload = JSON.stringify({ ...job.payload, requestId: currentRequestId() });
  const runAt = new Date(Date.now() + delayMs);
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      identifier => ${job.task}, payload => ${payload}::json, job_key => ${key}, max_attempts => 12,
      run_at => ${runAt}
    )`;
}

/** Requests that fall into the same second are one job. */
const slotMs = 1_000;

/**
 * Asks for a sync of a key's list. Requests for now share one job. A delayed request has a job of its own for the
 * second in which it is due, so that a later request does not postpone an earlier one.
 */
export function enqueueSync(tx: MerchantTx, apiKeyId: string, delayMs = 0): Promise<void> {
  const slot = delayMs > 0 ? Math.ceil((Date.now() + delayMs) / slotMs) : "now";
  const job: Job = { task: "sync-key", payload: { apiKeyId } };
  return enqueue(tx, job, { key: `sync:${apiKeyId}:${slot}`, delayMs });
}

/** Asks for a batch of links to go on. A job that waits for the same batch is replaced. */
export function enqueueBulk(tx: MerchantTx, batchId: string, delayMs = 0): Promise<void> {
  return enqueue(tx, { task: "create-bulk", payload: { batchId } }, { key: `bulk:${batchId}`, delayMs });
}
