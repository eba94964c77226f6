import { setTimeout as sleep } from "node:timers/promises";
import { writeOpenings } from "@/lib/domain/payment-links/openings/opening-store";
import { log } from "@/lib/platform/log";

/** Openings of one link within so long are written together: however many there are, its row is written once a second. */
const gatherMs = 1_000;

/** The most that one such write counts. More people do not open one link within a second; a program does. */
const mostAtOnce = 20;

/** The most links whose openings wait to be written. Beyond, a flood is not counted rather than kept. */
const mostWaiting = 2_000;

type Waiting = { times: number; written: Promise<void> };

const waiting = new Map<string, Waiting>();

/** Writes take turns, so that openings never hold more than one of the process's connections. */
let lastWrite: Promise<void> = Promise.resolve();

/** Resolves when all that has been counted is written, so that a process that ends can wait for it. */
export async function openingsWritten(): Promise<void> {
  await Promise.all([...waiting.values()].map(({ written }) => written));
}

/**
 * Counts that somebody opened a link, and nothing about them. The answer to them does not wait for it.
 * @returns when it is written.
 */
export function recordOpening(code: string): Promise<void> {
  const known = waiting.get(code);
  if (known) {
    known.times += 1;
    return known.written;
  }
  if (waiting.size >= mostWaiting) return Promise.resolve();
  const entry: Waiting = { times: 1, written: Promise.resolve() };
  entry.written = writeUntilQuiet(code, entry);
  waiting.set(code, entry);
  return entry.written;
}

async function writeUntilQuiet(code: string, entry: Waiting): Promise<void> {
  try {
    // The first is written at once, because somebody at a counter waits to see it.
    while (entry.times > 0) {
      const times = Math.min(entry.times, mostAtOnce);
      entry.times = 0;
      await inTurn(() => writeOpenings(code, { times, at: new Date() }));
      await sleep(gatherMs);
    }
  } catch (error) {
    log().warn({ code: "opening_not_counted", err: error }, "an opening of a short address was not counted");
  } finally {
    waiting.delete(code);
  }
}

function inTurn(write: () => Promise<void>): Promise<void> {
  const mine = lastWrite.then(write);
  lastWrite = mine.catch(() => undefined);
  return mine;
}
