import type { ListCall, Scan, Step, SyncRepository } from "@/lib/domain/payment-links/sync/scan-page";
import { back, closing, front, peek, probe, through } from "@/lib/domain/payment-links/sync/scan-steps";
import type { ScanRun, SyncCheckpoint } from "@/lib/domain/payment-links/sync/schema";

/** What one slice of reading came to, and the memory for the next one. */
export type ScanEnd<Failure> =
  | Exclude<Step<Failure>, { kind: "next" }>
  | { kind: "more"; checkpoint: SyncCheckpoint };

/** A run that was laid down for longer says little about now. */
const staleRunMs = 6 * 60 * 60_000;

/** How often a long reading looks at both ends again, so that a link made meanwhile is found soon. */
const peekEveryMs = 10_000;

/**
 * Reads on in a key's list until it is known whole, or until the budget is used up (`more`). It learns the total
 * from one link; then walks inwards from both ends as long as all is new there; then reads everything. It goes on
 * by what was received, never by what was asked for, so a clamped limit skips nothing.
 *
 * `complete` is said only with one of two certificates. N is a total told by an answer that was asked for after the
 * counting; the list is what upstream would show if read in one instant.
 *  - By reading: this run has read to the end, every answer in it told N, nothing unknown came after the Nth link,
 *    and the distinct ids it was shown are N. Proves that they are the list, if nothing was removed during the run.
 *  - By counting: our known ids, less those that the last certificate by reading proved absent, are N; no total since
 *    that reading was lower than one before it; and the last reading found nothing after the end. Proves that they are the
 *    list, if nothing was removed since each was first seen, or since that reading. Removals without an equal number
 *    of additions show as a falling total and void it.
 * Both rest on this: ids are unique, a total counts exactly the links that can be listed, neither lags behind what an
 * earlier answer has shown, and a link that a POST answered is in the list from then on. What we know is a part of the
 * list, so that equal in number means equal. It is counted before the total is asked for: counted after, a link that
 * we made in between could stand in for one that we never saw.
 *
 * An id that has never come with a usable address counts in neither: nobody could be shown it.
 *
 * A total that counts more (test and live together) or none at all gets no certificate. One that is cut off at some
 * number gets none by reading, and so loses the other within a day.
 */
export async function scanList<Failure extends { code: string }>(options: {
  checkpoint: SyncCheckpoint;
  list: ListCall<Failure>;
  repository: SyncRepository;
  /** Stops before the next request once either is used up; one step is always made. */
  budget: { requests: number; ms: number };
  /** Unix milliseconds. */
  now?: () => number;
  signal?: AbortSignal | undefined;
}): Promise<ScanEnd<Failure>> {
  const { list, repository, budget, now = Date.now, signal } = options;
  const startedAt = now();
  let requests = 0;
  const scan: Scan<Failure> = {
    repository,
    now,
    list: (limit, offset) => {
      requests += 1;
      return list(limit, offset);
    },
  };
  let checkpoint = withoutStaleRun(options.checkpoint, startedAt);
  for (;;) {
    const step = await nextStep(scan, checkpoint);
    if (step.kind !== "next") return step;
    checkpoint = step.checkpoint;
    const isUsedUp = requests >= budget.requests || now() - startedAt >= budget.ms;
    if (isUsedUp || signal?.aborted) return { kind: "more", checkpoint };
  }
}

const phases = { front, back, through, closing };

function nextStep<Failure extends { code: string }>(
  scan: Scan<Failure>,
  checkpoint: SyncCheckpoint,
): Promise<Step<Failure>> {
  const { run } = checkpoint;
  if (!run) return probe(scan, checkpoint);
  return isPeekDue(run, scan.now()) ? peek(scan, checkpoint, run) : phases[run.phase](scan, checkpoint, run);
}

function isPeekDue(run: ScanRun, now: number): boolean {
  const isLong = run.phase === "front" || run.phase === "through";
  return isLong && run.front > run.pageSize && now - run.peekedAt >= peekEveryMs;
}

function withoutStaleRun(checkpoint: SyncCheckpoint, now: number): SyncCheckpoint {
  const isStale = checkpoint.run !== null && now - checkpoint.run.startedAt > staleRunMs;
  return isStale ? { ...checkpoint, run: null } : checkpoint;
}
