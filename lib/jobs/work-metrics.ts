import { Gauge } from "prom-client";
import { readBacklog } from "@/lib/domain/payment-links/sync/read-backlog";
import { type QueueState, readQueue } from "@/lib/jobs/read-queue";
import { metrics } from "@/lib/platform/metrics/metrics";

type Work = { backlog: Awaited<ReturnType<typeof readBacklog>>; queue: QueueState };
type Gauged = [
  name: string,
  help: string,
  labels: (work: Work) => [labels: Record<string, string>, value: number][],
];

const gauges: Gauged[] = [
  [
    "cobro_links_pending",
    "Payment links whose creation has no outcome yet",
    ({ backlog }) => [
      [{ state: "sending" }, backlog.sending],
      [{ state: "unknown" }, backlog.unknown],
    ],
  ],
  [
    "cobro_links_pending_oldest_seconds",
    "Age of the oldest of them",
    ({ backlog }) => [[{}, backlog.oldestSeconds]],
  ],
  [
    "cobro_sync_lag_seconds",
    "How long the sync that waits longest has been due",
    ({ backlog }) => [[{}, backlog.syncLagSeconds]],
  ],
  [
    "cobro_queue_waiting_jobs",
    "Jobs that are due and that no worker has taken",
    ({ queue }) => [[{}, queue.waiting]],
  ],
  [
    "cobro_queue_failed_jobs",
    "Jobs that failed so often that they are given up",
    ({ queue }) => [[{}, queue.failed]],
  ],
  [
    "cobro_queue_oldest_job_seconds",
    "How long the job that waits longest has been due",
    ({ queue }) => [[{}, queue.oldestSeconds]],
  ],
];

/** All gauges of one answer are from one reading. */
const keptMs = 1_000;

/**
 * Adds what is read from the database whenever the signals are asked for. While it does not answer, they are left out:
 * the last values would say that all is well.
 */
export function addWorkMetrics(): void {
  const read = keptFor(keptMs, readWork);
  for (const [name, help, toValues] of gauges) {
    new Gauge({
      name,
      help,
      labelNames: ["state"],
      // All processes read the same, so that a sum would count it several times.
      aggregator: "max",
      registers: [metrics().registry],
      async collect() {
        this.reset();
        const work = await read();
        if (!work) return;
        for (const [labels, value] of toValues(work)) this.set(labels, value);
      },
    });
  }
}

async function readWork(): Promise<Work | null> {
  try {
    const [backlog, queue] = await Promise.all([readBacklog(), readQueue()]);
    return { backlog, queue };
  } catch {
    return null;
  }
}

function keptFor<Value>(ms: number, read: () => Promise<Value>): () => Promise<Value> {
  let kept: { at: number; value: Promise<Value> } | undefined;
  return () => {
    if (!kept || Date.now() - kept.at > ms) kept = { at: Date.now(), value: read() };
    return kept.value;
  };
}
