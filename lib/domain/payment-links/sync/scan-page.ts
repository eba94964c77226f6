import { ok, type Result } from "@/lib/core/result";
import type { ListedItem, ListPage, ScanRun, SyncCheckpoint } from "@/lib/domain/payment-links/sync/schema";

/** One page of upstream's list. */
export type ListCall<Failure extends { code: string }> = (
  limit: number,
  offset: number,
) => Promise<Result<ListPage, Failure>>;

/**
 * The ids that upstream has shown for one key. One that never came with a usable address is written down too, but does
 * not count as known: there is nothing yet that a person could be shown.
 */
export type SyncRepository = {
  /** How many ids are known with their address. */
  knownCount(): Promise<number>;
  /** Writes down what a page showed, marked with the run's id if there is a run, and answers how many ids are new. */
  record(items: ListedItem[], checkpoint: SyncCheckpoint): Promise<number>;
  /** How many ids carry the mark of this run, and how many of those are known with their address. */
  distinctIn(runId: string): Promise<{ shown: number; known: number }>;
};

export type Scan<Failure extends { code: string }> = {
  list: ListCall<Failure>;
  repository: SyncRepository;
  now: () => number;
};

/** What one request led to. `Failure` is what `list` answered when it failed. */
export type Step<Failure> =
  | { kind: "next"; checkpoint: SyncCheckpoint }
  | { kind: "complete"; total: number; checkpoint: SyncCheckpoint }
  /** All that could be read was read, and there is no proof that it was all. */
  | { kind: "uncertified"; checkpoint: SyncCheckpoint }
  | { kind: "failed"; failure: Failure; checkpoint: SyncCheckpoint };

/** An older page of upstream's names 100 as the most; the documented default is the fallback. */
const pageLimit = 100;
export const safeLimit = 10;

export type PageRead = {
  isAllNew: boolean;
  isEmpty: boolean;
  newIds: number;
  checkpoint: SyncCheckpoint;
  run: ScanRun;
};

/** Asks for a page at the offset, writes down what it shows, and what it tells about the list. */
export async function readPage<Failure extends { code: string }>(
  { list, repository }: Scan<Failure>,
  before: SyncCheckpoint,
  run: ScanRun,
  offset: number,
): Promise<Result<PageRead, Failure>> {
  const answer = await list(run.limit, offset);
  if (!answer.ok) return answer;
  const { items, totalItems, oddItems } = answer.value;
  // A link that is there twice is one step: to go too far would skip another.
  const distinct = new Set(items.map(({ upstreamId }) => upstreamId)).size;
  const received = distinct + oddItems;
  // A page after the end may know no total any more.
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

/** What a total tells about those told before. */
export function withTotal(checkpoint: SyncCheckpoint, total: number | null): SyncCheckpoint {
  if (total === null) return checkpoint;
  const { highest, hasFallen } = checkpoint;
  return { ...checkpoint, highest: Math.max(highest, total), hasFallen: hasFallen || total < highest };
}

/** A limit that upstream refuses is asked for smaller; the rest is for later. */
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

/** Goes on with the run as it is now. */
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
