import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { LRUCache } from "lru-cache";
import { FairQueue } from "@/lib/platform/fair-queue";
import { outOfTurn } from "@/lib/platform/turns";
import { DrawingProcess } from "@/lib/rendering/drawing/drawing-process";
import type { About, JobName, Result } from "@/lib/rendering/drawing/jobs";

/** Who asks, and the signal of their request, which is aborted when they are gone. */
export type Asker = { personId: string; signal?: AbortSignal };

/** Nobody waits for more than a few drawings at once: a browser has six connections. */
const limits = { slots: 1, mostWaiting: 64, mostWaitingEach: 8, mostWaitMs: 25_000 };
const cacheBytes = 32 * 1024 * 1024;

declare global {
  // Pages and files are bundled apart, each with a copy of this module; together they have one process.
  var cobroDrawing:
    | { queue: FairQueue; process: DrawingProcess; drawn: LRUCache<string, Uint8Array> }
    | undefined;
}

/**
 * Draws in a process of its own, so that other requests do not wait for it. What was drawn before is answered from
 * memory.
 * @throws {BusyError} when too many wait.
 */
export async function draw<Job extends JobName>(
  job: Job,
  about: About<Job>,
  { personId, signal }: Asker,
): Promise<Result<Job>> {
  const { queue, process, drawn } = drawing();
  const request = serialize([job, about]);
  // Everything that goes into a drawing is in its key.
  const key = createHash("sha256").update(request).digest("base64");
  const known = drawn.get(key);
  if (known) return deserialize(known);
  const ask = async () => {
    // Another tab may have asked for the same meanwhile.
    const bytes = drawn.get(key) ?? (await process.ask(request));
    // A file is sent once, and may only have failed for lack of time.
    if (job !== "logo" && job !== "table") drawn.set(key, bytes);
    return bytes;
  };
  const result = await outOfTurn(() => queue.run(personId, ask, signal));
  return deserialize(result);
}

function drawing() {
  globalThis.cobroDrawing ??= {
    queue: new FairQueue(limits),
    process: new DrawingProcess(),
    drawn: new LRUCache({ maxSize: cacheBytes, sizeCalculation: (bytes) => bytes.byteLength }),
  };
  return globalThis.cobroDrawing;
}
