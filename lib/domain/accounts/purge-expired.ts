import {
  deleteExpiredConfirmations,
  deleteExpiredResets,
  deleteOldSessions,
} from "@/lib/domain/accounts/purge-store";
import { deleteEndedLimits } from "@/lib/platform/rate-limits";

/** Rows that are deleted in one statement, so that none takes long. */
const batch = 10_000;

/** Deletes what has expired and is of no use to anybody: sessions, links in emails, and counts of attempts. */
export async function purgeExpired(signal: AbortSignal): Promise<Record<string, number>> {
  const steps = {
    sessions: deleteOldSessions,
    passwordResets: deleteExpiredResets,
    emailConfirmations: deleteExpiredConfirmations,
    limits: deleteEndedLimits,
  };
  const deleted: Record<string, number> = {};
  for (const [name, step] of Object.entries(steps)) {
    for (let count = batch; count === batch && !signal.aborted; ) {
      count = await step(batch);
      deleted[name] = (deleted[name] ?? 0) + count;
    }
  }
  return deleted;
}
