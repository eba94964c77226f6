import type { ListedItem, ListPage, ScanRun, SyncMemory } from "@/lib/payment-links/sync/schema";
import { ok, type Result } from "@/lib/result";

/** One page of upstream's list. */
export type ListCall<Failure extends { code: string }> = (
  limit: number,
  offset: number,
) => Promise<Result<ListPage, Failure>>;

/** The ids that upstream has shown for one key. */
export type Ledger = {
  knownCount(): Promise<number>;
  /** Writes down what a page showed, marked with the run's id if there is a run, and answers how many ids are new. */
  record(items: ListedItem[], memory: SyncMemory): Promise<number>;
  /** How many ids carry the mark of this run. */
  distinctIn(runId: string): Promise<number>;
};

export type Scan<Failure extends { code: string }> = {
  list: ListCall<Failure>;
  ledger: Ledger;
  now: () => number;
};

/** What one request led to. `Failure` is what `list` answered when it failed. */
export type Step<Failure> =
  | { kind: "next"; memory: SyncMemory }
  | { kind: "complete"; total: number; memory: SyncMemory }
  /** All that could be read was read, and there is no proof that it was all. */
  | { kind: "uncertified"; memory: SyncMemory }
  | { kind: "failed"; failure: Failure; memory: SyncMemory };

type StepOf = <Failure extends { code: string }>(
  scan: Scan<Failure>,
  memory: SyncMemory,
  run: ScanRun,
) => Promise<Step<Failure>>;

/** An older page of upstream's names 100 as the most; the documented default is the fallback. */
const pageLimit = 100;
const safeLimit = 10;

/** Everything is read again once a day, to notice links that turned inactive or active. */
const refreshEveryMs = 24 * 60 * 60_000;

/** The first request: one link and the total. Equal to what is known, nothing is new. */
export async function probe<Failure extends { code: string }>(
  scan: Scan<Failure>,
  memory: SyncMemory,
): Promise<Step<Failure>> {
  const known = await scan.ledger.knownCount();
  const answer = await scan.list(1, 0);
  if (!answer.ok) return { kind: "failed", failure: answer, memory };
  const { items, totalItems: total } = answer.value;
  const newIds = await scan.ledger.record(items, memory);
  const now = scan.now();
  const run = newRun(total, now);
  if (total === null) return next(memory, { ...run, phase: "through" });

  const heard = { ...memory, highest: Math.max(memory.highest, total) };
  const isCounted = provesByCount(memory, known, total);
  const isRefreshDue = memory.readAt === null || now - memory.readAt >= refreshEveryMs;
  if (isCounted && !isRefreshDue) return { kind: "complete", total, memory: heard };
  if (isCounted) return next(heard, { ...run, phase: "through", isFull: true });
  const isFull = isRefreshDue || total < memory.highest || known - memory.absent > total;
  // With the newest link first in the list, the one that was missing has come with the total.
  const isFound = !isFull && provesByCount(memory, known + newIds, total);
  return next(heard, { ...run, phase: isFound ? "closing" : "front", isFull });
}

/** Walks from the beginning, as long as there is nothing but news. */
export const front: StepOf = async (scan, memory, run) => {
  const read = await readPage(scan, memory, run, run.front);
  if (!read.ok) return afterFailure(memory, run, read);
  const { isAllNew, run: now } = read.value;
  if (isAllNew && now.front < (now.total ?? 0)) return next(read.value.memory, now);
  return afterWalk(scan, read.value.memory, { ...now, phase: "back", back: now.total ?? 0 });
};

/** Walks from the end, by the pages that upstream really gives. */
export const back: StepOf = async (scan, memory, run) => {
  const offset = Math.max(run.front, run.back - run.pageSize);
  if (offset >= run.back) return next(memory, { ...run, phase: "through" });
  const read = await readPage(scan, memory, run, offset);
  if (!read.ok) return afterFailure(memory, run, read);
  const { isAllNew, run: now } = read.value;
  if (isAllNew && offset > now.front) return next(read.value.memory, { ...now, back: offset });
  return afterWalk(scan, read.value.memory, { ...now, phase: "through" });
};

/** Reads on to the end, and one page after it: where the total counts too little, something is there. */
export const through: StepOf = async (scan, memory, run) => {
  const isAfterEnd = run.total !== null && run.front >= run.total;
  const read = await readPage(scan, memory, run, run.front);
  if (!read.ok) {
    const isRefusal = read.code === "invalid_request" || read.code === "not_found";
    if (!isAfterEnd || !isRefusal || run.limit > safeLimit) return afterFailure(memory, run, read);
    return next(memory, { ...run, phase: "closing", sawEnd: true, isRead: true });
  }
  const { isEmpty, newIds, run: now } = read.value;
  let isOver = isEmpty || (isAfterEnd && newIds === 0);
  if (now.total === null) {
    // Without a total, a list that answers the same page for any offset would never end.
    now.distinct = await scan.ledger.distinctIn(run.id);
    isOver ||= now.distinct === run.distinct;
  }
  if (!isOver) return next(read.value.memory, now);
  // Whatever stands after the end, new or not, has shown that the total counts too little or that offsets do not hold.
  const sawEnd = isAfterEnd && isEmpty && run.front <= (now.total ?? 0);
  return next(read.value.memory, { ...now, phase: "closing", sawEnd, isRead: true });
};

/** Counts, then asks for the total once more: the certificate, or none. */
export const closing: StepOf = async (scan, memory, run) => {
  const known = await scan.ledger.knownCount();
  const distinct = await scan.ledger.distinctIn(run.id);
  const answer = await scan.list(1, 0);
  if (!answer.ok) return { kind: "failed", failure: answer, memory };
  const { items, totalItems: total } = answer.value;
  await scan.ledger.record(items, memory);
  const after: SyncMemory = {
    ...memory,
    run: null,
    readAt: run.isRead ? scan.now() : memory.readAt,
    sawEnd: run.isRead ? run.sawEnd : memory.sawEnd,
    highest: Math.max(memory.highest, total ?? 0),
  };
  if (total === null) return { kind: "uncertified", memory: after };
  if (run.sawEnd && run.isSteady && total === run.total && distinct === total) {
    return { kind: "complete", total, memory: { ...after, absent: known - distinct, highest: total } };
  }
  const isCounted = provesByCount({ ...after, highest: memory.highest }, known, total);
  return isCounted ? { kind: "complete", total, memory: after } : { kind: "uncertified", memory: after };
};

/** Two requests at the ends, in the midst of a long reading. */
export const glance: StepOf = async (scan, memory, run) => {
  const first = await readPage(scan, memory, run, 0);
  if (!first.ok) return afterFailure(memory, run, first);
  const { memory: between, run: now } = first.value;
  const last = await readPage(scan, between, now, Math.max(0, (now.total ?? 0) - now.pageSize));
  if (!last.ok) return afterFailure(between, now, last);
  return next(last.value.memory, { ...last.value.run, glancedAt: scan.now() });
};

/** `total` was told by an answer that was asked for after `known` was counted. */
function provesByCount({ sawEnd, absent, highest }: SyncMemory, known: number, total: number): boolean {
  return sawEnd && total >= highest && known - absent === total;
}

/** Where a walk from an end has met what was known already. `run` is what comes next if links are still missing. */
async function afterWalk<Failure extends { code: string }>(
  { ledger }: Scan<Failure>,
  memory: SyncMemory,
  run: ScanRun,
): Promise<Step<Failure>> {
  const total = run.total ?? 0;
  const isFound = !run.isFull && provesByCount(memory, await ledger.knownCount(), total);
  if (isFound) return next(memory, { ...run, phase: "closing" });
  return next(memory, run.front >= total ? { ...run, phase: "through" } : run);
}

type PageRead = { isAllNew: boolean; isEmpty: boolean; newIds: number; memory: SyncMemory; run: ScanRun };

async function readPage<Failure extends { code: string }>(
  { list, ledger }: Scan<Failure>,
  before: SyncMemory,
  run: ScanRun,
  offset: number,
): Promise<Result<PageRead, Failure>> {
  const answer = await list(run.limit, offset);
  if (!answer.ok) return answer;
  const { items, totalItems } = answer.value;
  // A link that is there twice is one step: to go too far would skip another.
  const received = new Set(items.map(({ upstreamId }) => upstreamId)).size;
  // A page after the end may know no total any more.
  const total = received === 0 && offset > 0 ? run.total : totalItems;
  const heard: ScanRun = {
    ...run,
    total: total ?? run.total,
    isSteady: run.isSteady && total === run.total,
    pageSize: Math.max(run.pageSize, received),
    front: offset === run.front ? run.front + received : run.front,
  };
  const memory = { ...before, run: heard, highest: Math.max(before.highest, total ?? 0) };
  const newIds = await ledger.record(items, memory);
  const isEmpty = received === 0;
  return ok({ isAllNew: !isEmpty && newIds === received, isEmpty, newIds, memory, run: heard });
}

/** A limit that upstream refuses is asked for smaller; the rest is for later. */
function afterFailure<Failure extends { code: string }>(
  memory: SyncMemory,
  run: ScanRun,
  failure: Failure,
): Step<Failure> {
  const mayBeLimit = failure.code === "invalid_request" && run.limit > safeLimit;
  return mayBeLimit
    ? next(memory, { ...run, limit: safeLimit })
    : { kind: "failed", failure, memory: { ...memory, run } };
}

function next(memory: SyncMemory, run: ScanRun): { kind: "next"; memory: SyncMemory } {
  return { kind: "next", memory: { ...memory, run } };
}

function newRun(total: number | null, now: number): ScanRun {
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
    glancedAt: now,
  };
}
