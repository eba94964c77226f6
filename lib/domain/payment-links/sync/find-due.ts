import {
  type DueKey,
  findDueKeys,
  findMerchantsWithExpiredLeases,
} from "@/lib/domain/payment-links/sync/due-store";
import { withSystem } from "@/lib/platform/db";

/** The most that one sweep takes; the next one finds the rest. */
const sweepSize = 1_000;

/** What is due, across all merchants. */
export function findDue(): Promise<{ merchantIds: string[]; keys: DueKey[] }> {
  return withSystem(async (tx) => ({
    merchantIds: await findMerchantsWithExpiredLeases(tx, sweepSize),
    keys: await findDueKeys(tx, sweepSize),
  }));
}
