import type { ListCall, Scan, Step, SyncRepository } from "@/lib/domain/payment-links/sync/scan-page";
import { back, closing, front, peek, probe, through } from "@/lib/domain/payment-links/sync/scan-steps";
import type { ScanRun, SyncCheckpoint } from "@/lib/domain/payment-links/sync/schema";

/** The result of one batch, and the checkpoint for the next one. */
export type ScanEnd<Failure> =
  | Exclude<Step<Failure>, { kind: "next" }>
  | { kind: "more"; checkpoint: SyncCheckpoint };

/** A run that was interrupted for longer than this is begun anew, because the list may have changed. */
const staleRunMs = 6 * 60 * 60_000;

/** How often a long run also reads both ends of the list, so that a new link is found soon. */
const peekEveryMs = 10_000;

/**
 * Continues to read a key's list until it is completely known, or until the budget is used up (`more`). It gets the
 * total with one link; then reads inwards from both ends as long as everything is new there; then reads the whole list.
 * The next offset follows from how many links came, and not from how many were asked for, so that an upstream that
 * lowers the limit makes it skip nothing.
 *
 * `complete` is answered only with one of two proofs. N is a total from an answer that was asked for after counting;
 * "the list" is what upstream would show if all of it could be read at one instant.
 *  - By reading: this run has read to the end, every answer in it had the total N, nothing unknown came after the Nth
 *    link, and the run has seen N different ids. They are the list, if nothing was removed during the run.
 *  - By counting: our known ids, less those that the last proof by reading showed to be absent, are N; since that
 *    run no total was lower than one before it; and that run found nothing after the end. They are the list, if nothing
 *    was removed since each was first seen, or since that run. If links were removed and fewer were added, the
 *    total falls, and there is no proof by counting.
 * Both assume that ids are unique, that a total counts exactly the links that can be listed, that neither is older than
 * what an earlier answer has shown, and that a link is in the list as soon as a POST has answered it. The known links are
 * a part of the list, so that equal numbers mean that they are all of it. They are counted before the total is asked
 * for: otherwise a link that we create in between could make up for one that we never saw.
 *
 * An id that never came with a usable address counts in neither proof, because there is nothing to show a person.
 *
 * There is no proof with a total that counts too much (test and live together), or without a total. A total that stops
 * at some number gives no proof by reading, and therefore within a day none by counting.
 */
export async function scanList<Failure extends { code: string }>(options: {
  checkpoint: SyncCheckpoint;
  list: ListCall<Failure>;
  repository: SyncRepository;
  /** The run stops before the next request when either is used up. One request is always made. */
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
