import type { Mode } from "@/lib/core/mode";
import { type Lease, prolongLease } from "@/lib/domain/payment-links/sync/key-sync-store";
import { recordPage } from "@/lib/domain/payment-links/sync/record-page";
import type { SyncRepository } from "@/lib/domain/payment-links/sync/scan-page";
import type { ListedItem, SyncCheckpoint } from "@/lib/domain/payment-links/sync/schema";
import { countKnown, countMarked } from "@/lib/domain/payment-links/sync/sync-store";
import { withMerchant } from "@/lib/platform/db";

/** After this time without a sign of a worker, another one may take over. It is longer than one request may take. */
export const leaseSeconds = 25;

/** Another worker has taken over, so that this one's checkpoint is outdated. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

/** The upstream link records of a key in the database, as long as this worker holds the lease on its list. */
export class LeasedSyncRepository implements SyncRepository {
  #lease: Lease;

  constructor(
    lease: Lease,
    private readonly key: {
      mode: Mode;
      /** The list was completely known before, so that what is found now is new. */
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

  /** @throws {LeaseLost} and nothing is stored. */
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
