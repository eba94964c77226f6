import {
  afterFailure,
  newRun,
  next,
  readPage,
  type Scan,
  type Step,
  safeLimit,
  withTotal,
} from "@/lib/domain/payment-links/sync/scan-page";
import type { ScanRun, SyncCheckpoint } from "@/lib/domain/payment-links/sync/schema";

type StepResult = <Failure extends { code: string }>(
  scan: Scan<Failure>,
  checkpoint: SyncCheckpoint,
  run: ScanRun,
) => Promise<Step<Failure>>;

/** Once a day the whole list is read again, to notice links that became inactive or active. */
const refreshEveryMs = 24 * 60 * 60_000;

/** In a list without a total, reading stops after this many items without an id, as if it was the end. */
const mostOddItems = 1_000;

/** The first request: one link and the total. If the total equals the number of known links, nothing is new. */
export async function probe<Failure extends { code: string }>(
  scan: Scan<Failure>,
  checkpoint: SyncCheckpoint,
): Promise<Step<Failure>> {
  const known = await scan.repository.knownCount();
  const answer = await scan.list(1, 0);
  if (!answer.ok) return { kind: "failed", failure: answer, checkpoint };
  const { items, totalItems: total } = answer.value;
  const newIds = await scan.repository.record(items, checkpoint);
  const now = scan.now();
  const run = newRun(total, now);
  if (total === null) return next(checkpoint, { ...run, phase: "through" });

  const heard = withTotal(checkpoint, total);
  const isCounted = provesByCount(heard, known, total);
  const isRefreshDue = checkpoint.readAt === null || now - checkpoint.readAt >= refreshEveryMs;
  if (isCounted && !isRefreshDue) return { kind: "complete", total, checkpoint: heard };
  if (isCounted) return next(heard, { ...run, phase: "through", isFull: true });
  const isFull = isRefreshDue || heard.hasFallen || known - checkpoint.absent > total;
  // If the list begins with the newest link, this request itself has shown the missing one.
  const isFound = !isFull && provesByCount(heard, known + newIds, total);
  return next(heard, { ...run, phase: isFound ? "closing" : "front", isFull });
}

/** Reads from the beginning, as long as there are new links. */
export const front: StepResult = async (scan, checkpoint, run) => {
  const read = await readPage(scan, checkpoint, run, run.front);
  if (!read.ok) return afterFailure(checkpoint, run, read);
  const { isAllNew, newIds, run: now } = read.value;
  if (isAllNew && now.front < (now.total ?? 0)) return next(read.value.checkpoint, now);
  const then = newIds > 0 ? now : { ...now, phase: "back" as const, back: now.total ?? 0 };
  return unlessFound(scan, read.value.checkpoint, then);
};

/**
 * Reads from the end, in pages of the size that upstream really sends; only one page if the whole list is read anyway.
 */
export const back: StepResult = async (scan, checkpoint, run) => {
  const offset = Math.max(run.front, run.back - run.pageSize);
  if (offset >= run.back) return next(checkpoint, { ...run, phase: "through" });
  const read = await readPage(scan, checkpoint, run, offset);
  if (!read.ok) return afterFailure(checkpoint, run, read);
  const { isAllNew, newIds, run: now } = read.value;
  const goesOn = newIds > 0 && !run.isFull && offset > now.front;
  const then = goesOn ? { ...now, back: offset } : { ...now, phase: "through" as const };
  return goesOn && isAllNew
    ? next(read.value.checkpoint, then)
    : unlessFound(scan, read.value.checkpoint, then);
};

/** Reads to the end, and one page beyond it: if the total is too low, that page has links on it. */
export const through: StepResult = async (scan, checkpoint, run) => {
  const isAfterEnd = run.total !== null && run.front >= run.total;
  const read = await readPage(scan, checkpoint, run, run.front);
  if (!read.ok) {
    const isRefusal = read.code === "invalid_request" || read.code === "not_found";
    if (!isAfterEnd || !isRefusal || run.limit > safeLimit) return afterFailure(checkpoint, run, read);
    return next(checkpoint, { ...run, phase: "closing", sawEnd: true, isRead: true });
  }
  const { isEmpty, newIds, run: now } = read.value;
  let isOver = isEmpty || (isAfterEnd && newIds === 0);
  if (now.total === null) {
    // Without a total, a list that answers the same page for every offset would never end.
    now.distinct = (await scan.repository.distinctIn(run.id)).shown;
    const isNews = now.distinct > run.distinct || isOddNews(run, now);
    isOver ||= !isNews;
  }
  if (!isOver) return next(read.value.checkpoint, now);
  // Any link after the end, new or not, shows that the total is too low or that offsets do not work.
  const sawEnd = isAfterEnd && isEmpty && run.front <= (now.total ?? 0);
  return next(read.value.checkpoint, { ...now, phase: "closing", sawEnd, isRead: true });
};

/** Counts, then asks for the total once more, which proves that the list is completely known, or does not. */
export const closing: StepResult = async (scan, checkpoint, run) => {
  const known = await scan.repository.knownCount();
  const { known: distinct } = await scan.repository.distinctIn(run.id);
  const answer = await scan.list(1, 0);
  if (!answer.ok) return { kind: "failed", failure: answer, checkpoint };
  const { items, totalItems: total } = answer.value;
  const newIds = await scan.repository.record(items, checkpoint);
  const after: SyncCheckpoint = {
    ...withTotal(checkpoint, total),
    run: null,
    readAt: run.isRead ? scan.now() : checkpoint.readAt,
    sawEnd: run.isRead ? run.sawEnd : checkpoint.sawEnd,
  };
  if (total === null || newIds > 0) return { kind: "unproven", checkpoint: after };
  if (run.sawEnd && run.isSteady && total === run.total && distinct === total) {
    return {
      kind: "complete",
      total,
      checkpoint: { ...after, absent: known - distinct, highest: total, hasFallen: false },
    };
  }
  const isCounted = provesByCount(after, known, total);
  return isCounted ? { kind: "complete", total, checkpoint: after } : { kind: "unproven", checkpoint: after };
};

/** An item without an id cannot be told from the same item shown again, so only a limited number is read past. */
function isOddNews(before: ScanRun, now: ScanRun): boolean {
  return now.oddItems > before.oddItems && now.oddItems <= mostOddItems;
}

/** Reads both ends in the middle of a long run, with two requests. */
export const peek: StepResult = async (scan, checkpoint, run) => {
  const first = await readPage(scan, checkpoint, run, 0);
  if (!first.ok) return afterFailure(checkpoint, run, first);
  const { checkpoint: between, run: now } = first.value;
  const last = await readPage(scan, between, now, Math.max(0, (now.total ?? 0) - now.pageSize));
  if (!last.ok) return afterFailure(between, now, last);
  return next(last.value.checkpoint, { ...last.value.run, peekedAt: scan.now() });
};

/**
 * `total` must be from an answer that was asked for after `known` was counted. That answer held one link, so a total of
 * 0 or 1 may be the number of links on the page.
 */
function provesByCount({ sawEnd, absent, hasFallen }: SyncCheckpoint, known: number, total: number): boolean {
  return sawEnd && total > 1 && !hasFallen && known - absent === total;
}

/** `then` is the next step if links are still missing after a page that had known links on it. */
async function unlessFound<Failure extends { code: string }>(
  { repository }: Scan<Failure>,
  checkpoint: SyncCheckpoint,
  then: ScanRun,
): Promise<Step<Failure>> {
  const total = then.total ?? 0;
  const isFound = !then.isFull && provesByCount(checkpoint, await repository.knownCount(), total);
  if (isFound) return next(checkpoint, { ...then, phase: "closing" });
  return next(checkpoint, then.front >= total ? { ...then, phase: "through" } : then);
}
