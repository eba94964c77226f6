import { setTimeout as sleep } from "node:timers/promises";
import { printable } from "@/lib/core/printable";

/** A part that runs: `exited` resolves when it ends for any reason, with that reason, as in "exit code 1". */
export type Running = { exited: Promise<string>; stop(): Promise<void> };

export type Part = {
  /** As in "the portal has ended". */
  name: string;
  start(): Running | Promise<Running>;
};

export type KeptPart = {
  /** Resolves when the part ends by itself for the first time, with the reason. */
  firstEnd: Promise<string>;
  /** Ends it for good. */
  stop(): Promise<void>;
};

const pauses = { shortestMs: 500, longestMs: 30_000 };

/** A part that has run for this long is in order, and the pause before its next start is short again. */
const steadyMs = 60_000;

/**
 * Starts a part, and starts it again whenever it ends by itself, after a pause that doubles each time.
 * @throws what the first start throws; later errors are printed, and the part is tried again.
 */
export async function keepRunning({ name, start }: Part): Promise<KeptPart> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running = await start();

  const keep = async () => {
    let pauseMs = pauses.shortestMs;
    for (;;) {
      const startedAt = Date.now();
      const how = await running.exited;
      if (signal.aborted) return;
      if (Date.now() - startedAt >= steadyMs) pauseMs = pauses.shortestMs;
      console.error(
        `${capitalised(name)} ended unexpectedly (${printable(how)}). Starting it again in ${pauseMs / 1000} s.`,
      );
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      pauseMs = Math.min(pauseMs * 2, pauses.longestMs);
      running = await startAgain(start);
      if (signal.aborted) await running.stop();
    }
  };

  const firstEnd = running.exited;
  const ended = keep();
  return {
    firstEnd,
    stop: async () => {
      stopping.abort();
      await running.stop();
      await ended;
    },
  };
}

/** A start that fails counts as a part that has ended at once. */
async function startAgain(start: Part["start"]): Promise<Running> {
  try {
    return await start();
  } catch (error) {
    const how = error instanceof Error ? error.message : String(error);
    return { exited: Promise.resolve(how), stop: () => Promise.resolve() };
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
