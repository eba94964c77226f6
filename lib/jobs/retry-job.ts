import { jobMerchant } from "@/lib/domain/merchants/find-job-merchant";
import { noteRetry } from "@/lib/domain/operator/note-retry";
import { recordOperation } from "@/lib/domain/operator/record-operation";
import type { Operator } from "@/lib/domain/operator/schema";
import { findWaiting, rescheduleNow } from "@/lib/jobs/list-jobs";

/**
 * Lets a job run now. The operators' log says so, and the log of the merchant whose job it is. False when there is none,
 * or a worker has it.
 */
export async function retryJob(id: string, by: Operator): Promise<boolean> {
  const job = await findWaiting(id);
  if (!job) return false;
  const merchantId = job.merchantId === null ? null : await jobMerchant(job.merchantId);
  const details = { task: job.task };
  await recordOperation({ by, action: "job_retried", merchantId, target: id, details });
  if (!(await rescheduleNow(id))) return false;
  if (merchantId) await noteRetry(merchantId, job.task, by);
  return true;
}
