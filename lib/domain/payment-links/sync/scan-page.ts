import { ok, type Result } from "@/lib/core/result";
import type { ListedItem, ListPage, ScanRun, SyncCheckpoint } from "@/lib/domain/payment-links/sync/schema";

/** One page of upstream's list. */
export type ListCall<Failure extends { code: string }> = (
  limit: number,
  offset: number,
) => Promise<Result<ListPage, Failure>>;

/**
 * The ids that upstream has shown for one key. An id that never came with a usable address is stored too but does not
 * count as known, because there is nothing to show a person.
 */
export type SyncRepository = {
  /** How many ids are known with an address. */
  knownCount(): Promise<number>;
  /** Stores what a page shows, marked with the run's id if there is a run, and answers how many ids are new. */
  record(items: ListedItem[], checkpoint: SyncCheckpoint): Promise<number>;
  /** How many ids are marked with this run, and how many of those are known with an address. */
  distinctIn(runId: string): Promise<{ shown: number; known: number }>;
};

export type Scan<Failure extends { code: string }> = {
  list: ListCall<Failure>;
  repository: SyncRepository;
  now: () => number;
};

/** The result of one request. `Failure` is what `list` answered when it failed. */
export type Step<Failure> =
  | { kind: "next"; checkpoint: SyncCheckpoint }
  | { kind: "complete"; total: number; checkpoint: SyncCheckpoint }
  /** Everything that could be read was read, but there is no proof that it was all. */
  | { kind: "unproven"; checkpoint: SyncCheckpoint }
  | { kind: "failed"; failure: Failure; checkpoint: SyncCheckpoint };

/** Upstream documents 100 as the most in one place. If it refuses that, the documented default is used. */
const pageLimit = 100;
export const safeLimit = 10;

export type PageRead = {
  isAllNew: boolean;
  isEmpty: boolean;
  newIds: number;
  checkpoint: SyncCheckpoint;
  run: ScanRun;
};

/** Reads the page at the offset, stores what it shows, and updates the run. */
export async function readPage<Failure extends { code: string }>(
  { list, repository }: Scan<Failure>,
  before: SyncCheckpoint,
  run: ScanRun,
  offset: number,
): Promise<Result<PageRead, Failure>> {
  const answer = await list(run.limit, offset);
  if (!answer.ok) return answer;
  const { items, totalItems, oddItems } = answer.value;
  // A link that appears twice counts once: going too far would skip another link.
  const distinct = new Set(items.map(({ upstreamId }) => upstreamId)).size;
  const received = distinct + oddItems;
  // A page after the end may come without a total.
  const total = received === 0 && offset > 0 ? run.total : totalItems;
  const heard: ScanRun = {
    ...run,
    total: total ?? run.total,
    isSteady: run.isSteady && total === run.total,
    pageSize: Math.max(run.pageSize, received),
    front: offset === run.front ? run.front + received : run.front,
    oddItems: run.oddItems + oddItems,
  };
  const checkpoint = { ...withTotal(before, total), run: heard };
  const newIds = await repository.record(items, checkpoint);
  const isEmpty = received === 0;
  return ok({ isAllNew: distinct > 0 && newIds === distinct, isEmpty, newIds, checkpoint, run: heard });
}

/** Adds a total to those that upstream gave before. */
export function withTotal(checkpoint: SyncCheckpoint, total: number | null): SyncCheckpoint {
  if (total === null) return checkpoint;
  const { highest, hasFallen } = checkpoint;
  return { ...checkpoint, highest: Math.max(highest, total), hasFallen: hasFallen || total < highest };
}

/** If upstream refuses the limit, a smaller one is tried; other failures end the batch. */
export function afterFailure<Failure extends { code: string }>(
  checkpoint: SyncCheckpoint,
  run: ScanRun,
  failure: Failure,
): Step<Failure> {
  const mayBeLimit = failure.code === "invalid_request" && run.limit > safeLimit;
  return mayBeLimit
    ? next(checkpoint, { ...run, limit: safeLimit })
    : { kind: "failed", failure, checkpoint: { ...checkpoint, run } };
}

/** Continues with the run as it is now. */
export function next(checkpoint: SyncCheckpoint, run: ScanRun): { kind: "next"; checkpoint: SyncCheckpoint } {
  return { kind: "next", checkpoint: { ...checkpoint, run } };
}

export function newRun(total: number | null, now: number): ScanRun {
  return {
    id: crypto.randomUUID(),
    startedAt: now,
    phase: "front",
    isFull: false,
    total,
    isSteady: total !== null,
    front: 0,
    back: 0,
    limit: pageLimit,
    pageSize: 0,
    sawEnd: false,
    isRead: false,
    distinct: 0,
    oddItems: 0,
    peekedAt: now,
  };
}
