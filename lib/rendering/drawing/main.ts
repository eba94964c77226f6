import { readdirSync } from "node:fs";
import { setPriority } from "node:os";
import { deserialize, serialize } from "node:v8";
import sharp from "sharp";
import type { Answer } from "@/lib/rendering/drawing/drawing-process";
import { type JobName, jobs } from "@/lib/rendering/drawing/jobs";

// The process that draws; see drawing-process.ts.

/** As nice as Unix calls it: when both want a processor, the portal gets nine times as much of it. */
const lowPriority = 10;

// Everything is loaded by now. That went at the usual speed, because somebody waits for the first drawing.
lowerPriority();

// One picture at a time, in one thread, and none is remembered: that bounds the memory.
sharp.concurrency(1);
sharp.cache(false);

process.on("message", (request: Uint8Array) => {
  void draw(request).then((answer) => process.send?.(answer));
});
// Whoever asks decides when it ends: a Ctrl-C in a terminal reaches this process too, while files are still being made.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.once("disconnect", () => process.exit());

async function draw(request: Uint8Array): Promise<Answer> {
  try {
    const [job, about]: [JobName, never] = deserialize(request);
    return { result: new Uint8Array(serialize(await jobs[job](about))) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Of every thread: on Linux each has a priority of its own, and hands it on to those that it starts. */
function lowerPriority(): void {
  const threads = process.platform === "linux" ? readdirSync("/proc/self/task").map(Number) : [0];
  for (const thread of threads) {
    try {
      setPriority(thread, lowPriority);
    } catch {
      // This thread has ended meanwhile.
    }
  }
}
