import type { Mode } from "@/lib/core/mode";
import { type Lease, prolongLease } from "@/lib/domain/payment-links/sync/key-sync-store";
import { recordPage } from "@/lib/domain/payment-links/sync/record-page";
import type { SyncRepository } from "@/lib/domain/payment-links/sync/scan-page";
import type { ListedItem, SyncCheckpoint } from "@/lib/domain/payment-links/sync/schema";
import { countKnown, countMarked } from "@/lib/domain/payment-links/sync/sync-store";
import { withMerchant } from "@/lib/platform/db";

/** How long a worker that says nothing is believed to be at work. Longer than one request may take. */
export const leaseSeconds = 25;

/** Another worker has taken over, so what this one still holds is old. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

/** A key's upstream link records in the database, for as long as this worker holds the lease on its list. */
export class LeasedSyncRepository implements SyncRepository {
  #lease: Lease;

  constructor(
    lease: Lease,
    private readonly key: {
      mode: Mode;
      /** The list was known whole before: what is found now is news. */
      wasComplete: boolean;
    },
  ) {
    this.#lease = lease;
  }

  get lease(): Lease {
    return this.#lease;
  }

  knownCount(): Promise<number> {
    const { merchantId, apiKeyId } = this.#lease;
    return withMerchant(merchantId, (tx) => countKnown(tx, apiKeyId));
  }

  distinctIn(runId: string): Promise<{ shown: number; known: number }> {
    const { merchantId, apiKeyId } = this.#lease;
    return withMerchant(merchantId, (tx) => countMarked(tx, apiKeyId, runId));
  }

  /** @throws {LeaseLost} and nothing is written. */
  async record(items: ListedItem[], checkpoint: SyncCheckpoint): Promise<number> {
    const { merchantId, apiKeyId } = this.#lease;
    return withMerchant(merchantId, async (tx) => {
      const prolonged = await prolongLease(tx, this.#lease, leaseSeconds, checkpoint);
      if (!prolonged) throw new LeaseLost();
      this.#lease = prolonged;
      const scanId = checkpoint.run?.id ?? null;
      const wasRead = checkpoint.readAt !== null;
      return recordPage(tx, { ...this.key, apiKeyId, items, scanId, wasRead });
    });
  }
}
