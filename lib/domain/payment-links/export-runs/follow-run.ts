import type { MerchantId } from "@/lib/core/merchant-id";
import {
  beginRun,
  noteRun,
  type RunKey,
  removeOldRuns,
} from "@/lib/domain/payment-links/export-runs/run-store";
import { CancelledExport, type ExportRun } from "@/lib/domain/payment-links/export-runs/schema";
import { withMerchant } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** As often as a person wants to see that it goes on. */
const noteEveryMs = 1_000;

/**
 * The rows of a file, counted for the person who waits for it: every second it is written down how many there are, and looked
 * whether they have cancelled it. Any process can answer how it goes on.
 * @param countAll how many there will be; asked beside the writing, which does not wait for it.
 * @param heads how many rows of the first part only name the columns.
 */
export async function* followRun<Part extends { length: number }>(
  parts: AsyncGenerator<Part>,
  {
    merchantId,
    run,
    countAll,
    heads = 0,
  }: { merchantId: MerchantId; run: RunKey; countAll: () => Promise<number | null>; heads?: number },
): AsyncGenerator<Part> {
  const isTheirs = await withMerchant(merchantId, async (tx) => {
    await removeOldRuns(tx);
    return beginRun(tx, run);
  });
  if (!isTheirs) return yield* parts;
  const now: ExportRun = { state: "running", written: 0, total: null };
  let rows = -heads;
  let isCancelled = false;
  const note = async () => {
    if (!(await withMerchant(merchantId, (tx) => noteRun(tx, run.id, now)))) isCancelled = true;
  };
  // That nobody sees how it goes on is no reason to end it.
  const failed = (error: unknown) =>
    log().warn({ err: error }, "how an export goes on could not be written down");
  void countAll().then((total) => {
    now.total = total;
  }, failed);
  const timer = setInterval(() => void note().catch(failed), noteEveryMs);
  try {
    for await (const part of parts) {
      if (isCancelled) throw new CancelledExport();
      rows += part.length;
      now.written = Math.max(0, rows);
      yield part;
    }
    now.state = "done";
  } finally {
    clearInterval(timer);
    if (now.state === "running") now.state = "broken";
    await note().catch(failed);
  }
}
