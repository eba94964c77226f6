import type { AccountTx, MerchantTx } from "@/lib/platform/db";

/** Background work that services ask for. Each is done by the handler of its name in lib/jobs. */
export type Job = { task: "sync-key"; payload: { apiKeyId: string } } | MailJob;

/** An email, encrypted by lib/platform/mail. */
type MailJob = { task: "send-mail"; payload: { mailId: string; sealed: string } };

/**
 * Adds a job in the caller's transaction: it exists if and only if what it is for was committed. A job whose
 * `key` is waiting already takes its place, so asking twice is one job.
 */
export async function enqueue(
  tx: MerchantTx,
  job: Job,
  { key, delayMs = 0 }: { key: string; delayMs?: number },
): Promise<void> {
  const payload = JSON.stringify({ merchantId: tx.merchantId, ...job.payload });
  const runAt = new Date(Date.now() + delayMs);
  await tx.$executeRaw`
    SELECT enqueue_for_merchant(${job.task}, ${payload}::json, ${runAt}, ${`${tx.merchantId}:${key}`})`;
}

/** The same for an email that is no merchant's, in a transaction of `withAccounts`. */
export async function enqueueForAccount(
  tx: AccountTx,
  job: MailJob,
  { key }: { key: string },
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      identifier => ${job.task}, payload => ${JSON.stringify(job.payload)}::json, job_key => ${key}, max_attempts => 12
    )`;
}

/** One second: what is wanted within the same one is one look. */
const slotMs = 1_000;

/**
 * Asks for a look at a key's list. Those asked for at once are one job. One asked for later has a key of its own
 * second, so that a later request never takes the place of an earlier one and puts it off.
 */
export function enqueueSync(tx: MerchantTx, apiKeyId: string, delayMs = 0): Promise<void> {
  const slot = delayMs > 0 ? Math.ceil((Date.now() + delayMs) / slotMs) : "now";
  const job: Job = { task: "sync-key", payload: { apiKeyId } };
  return enqueue(tx, job, { key: `sync:${apiKeyId}:${slot}`, delayMs });
}
