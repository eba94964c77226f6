import type { Ledger } from "@/lib/payment-links/sync/scan-page";
import { emptyMemory, type ListedItem, type SyncMemory } from "@/lib/payment-links/sync/schema";

/** What the database does for a scan, in memory. */
export class MemoryLedger implements Ledger {
  readonly marks = new Map<string, string | null>();
  /** What the last page left written down: where a process that dies is gone on from. */
  written: SyncMemory = emptyMemory;

  async knownCount(): Promise<number> {
    return this.marks.size;
  }

  async record(items: ListedItem[], memory: SyncMemory): Promise<number> {
    const before = this.marks.size;
    for (const { upstreamId } of items) {
      this.marks.set(upstreamId, memory.run?.id ?? this.marks.get(upstreamId) ?? null);
    }
    this.written = memory;
    return this.marks.size - before;
  }

  async distinctIn(runId: string): Promise<number> {
    let count = 0;
    for (const mark of this.marks.values()) if (mark === runId) count += 1;
    return count;
  }

  /** The answer to our own POST named it. */
  recordOwn(id: string): void {
    if (!this.marks.has(id)) this.marks.set(id, null);
  }
}
