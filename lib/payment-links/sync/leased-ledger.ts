import { recordEvent } from "@/lib/audit/service";
import { type Tx, withMerchant } from "@/lib/db";
import type { Mode } from "@/lib/mode";
import { type Lease, prolongLease } from "@/lib/payment-links/sync/key-sync-store";
import type { Ledger } from "@/lib/payment-links/sync/scan-page";
import type { ListedItem, SyncMemory } from "@/lib/payment-links/sync/schema";
import {
  countMarked,
  countSightings,
  followLinks,
  type LinkChanges,
  recordSightings,
} from "@/lib/payment-links/sync/sync-store";

/** How long a worker that says nothing is believed to be at work. Longer than one request may take. */
export const leaseSeconds = 25;

/** Another worker has taken over, so what this one still holds is old. */
export class LeaseLost extends Error {
  override name = "LeaseLost";
}

/** A key's sightings in the database, for as long as this worker holds the lease on its list. */
export class LeasedLedger implements Ledger {
  found = 0;
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
    return withMerchant(merchantId, (tx) => countSightings(tx, merchantId, apiKeyId));
  }

  distinctIn(runId: string): Promise<number> {
    const { merchantId, apiKeyId } = this.#lease;
    return withMerchant(merchantId, (tx) => countMarked(tx, merchantId, apiKeyId, runId));
  }

  /** @throws {LeaseLost} and nothing is written. */
  async record(listed: ListedItem[], memory: SyncMemory): Promise<number> {
    const { merchantId, apiKeyId } = this.#lease;
    const { mode, wasComplete } = this.key;
    const items = inOrder(listed);
    return withMerchant(merchantId, async (tx) => {
      const prolonged = await prolongLease(tx, this.#lease, leaseSeconds, memory);
      if (!prolonged) throw new LeaseLost();
      this.#lease = prolonged;
      const isNews = wasComplete || memory.readAt !== null;
      const scanId = memory.run?.id ?? null;
      const newIds = await recordSightings(tx, merchantId, { apiKeyId, items, scanId });
      const changes = await followLinks(tx, merchantId, { apiKeyId, mode, items, isNews });
      this.found += changes.found.length;
      await this.#report(tx, changes);
      return newIds;
    });
  }

  async #report(tx: Tx, { found, turned }: LinkChanges): Promise<void> {
    const { merchantId } = this.#lease;
    // The thousands of a first reading are no events.
    for (const { id, upstreamId } of this.key.wasComplete ? found : []) {
      const details = { upstreamId };
      await recordEvent(tx, merchantId, { actor: null, action: "link.found", targetId: id, details });
    }
    for (const { id, active } of turned) {
      const action = active ? "link.turned_active" : "link.turned_inactive";
      await recordEvent(tx, merchantId, { actor: null, action, targetId: id });
    }
  }
}

/** Each id once, and in one order everywhere, so that two transactions do not wait for each other in a circle. */
function inOrder(items: ListedItem[]): ListedItem[] {
  const byId = new Map(items.map((item) => [item.upstreamId, item]));
  return [...byId.values()].sort((a, b) => (a.upstreamId < b.upstreamId ? -1 : 1));
}
