import type { SyncRepository } from "@/lib/domain/payment-links/sync/scan-page";
import {
  emptyCheckpoint,
  type ListedItem,
  type SyncCheckpoint,
} from "@/lib/domain/payment-links/sync/schema";

/** Does in memory what the database does for a scan. */
export class InMemorySyncRepository implements SyncRepository {
  readonly marks = new Map<string, string | null>();
  /** Ids that were shown, but never with an address. */
  readonly bare = new Set<string>();
  /** The checkpoint after the last page, from which a scan continues when its process dies. */
  written: SyncCheckpoint = emptyCheckpoint;

  async knownCount(): Promise<number> {
    return this.marks.size - this.bare.size;
  }

  async record(items: ListedItem[], checkpoint: SyncCheckpoint): Promise<number> {
    const before = this.marks.size;
    for (const { upstreamId, url } of items) {
      if (url !== null) this.bare.delete(upstreamId);
      else if (!this.marks.has(upstreamId)) this.bare.add(upstreamId);
      this.marks.set(upstreamId, checkpoint.run?.id ?? this.marks.get(upstreamId) ?? null);
    }
    this.written = checkpoint;
    return this.marks.size - before;
  }

  async distinctIn(runId: string): Promise<{ shown: number; known: number }> {
    const shown = [...this.marks].filter(([, mark]) => mark === runId).map(([id]) => id);
    return { shown: shown.length, known: shown.filter((id) => !this.bare.has(id)).length };
  }

  /** Whether there is an address to show a person. */
  knows(id: string): boolean {
    return this.marks.has(id) && !this.bare.has(id);
  }

  /** Stores an id from the answer to our own POST. */
  recordOwn(id: string): void {
    if (!this.marks.has(id)) this.marks.set(id, null);
    this.bare.delete(id);
  }
}
