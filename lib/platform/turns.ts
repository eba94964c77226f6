import { AsyncLocalStorage } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type Asker, TurnQueue } from "@/lib/platform/turn-queue";

/** One thread makes all pages: one page of a person is made at a time, and two of a network. */
const limits = {
  slots: 4,
  ofNetwork: 2,
  ofPerson: 1,
  mostWaiting: 2_000,
  mostWaitingOfNetwork: 500,
  mostWaitMs: 15_000,
};

/** How often it is looked whether whoever has a turn uses it. */
const lookMs = 25;
/** Below this share of the thread's time, requests wait for something else, and their turns are of use to nobody. */
const leastUse = 0.5;
/** The longest turn on a thread that is busy. It ends what waits unnoticed, such as a body that comes slowly. */
const longestTurnMs = 500;

/** What can wait lets others go first: at least so long after each of its pieces, and at most. */
const spareMs = { least: 15, most: 100 };

declare global {
  // Pages and files are bundled apart, each with a copy of this module; together they have one queue.
  var cobroTurns: { queue: TurnQueue; current: AsyncLocalStorage<Turn> } | undefined;
}

function turns() {
  globalThis.cobroTurns ??= { queue: new TurnQueue(limits), current: new AsyncLocalStorage() };
  return globalThis.cobroTurns;
}

/** Does the work of a request when it is its turn. Work whose `signal` is aborted while it waits never starts. */
export async function inTurn<T>(asker: Asker, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const { queue, current } = turns();
  await queue.take(asker, { ...(signal && { signal }) });
  const turn = new Turn(queue, asker);
  try {
    return await current.run(turn, work);
  } finally {
    turn.end();
  }
}

/** Waits for something that happens elsewhere, and lets others have this request's turn meanwhile. */
export async function outOfTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = turns().current.getStore();
  turn?.pause();
  try {
    return await work();
  } finally {
    await turn?.goOn();
  }
}

/** Ends this request's turn for good: the rest of it waits for nobody. Answers whose turn it was. */
export function leaveTurn(): Asker | undefined {
  const turn = turns().current.getStore();
  turn?.end();
  return turn?.asker;
}

/**
 * Lets the requests of others go first, for a moment. What is done in many pieces does this before each.
 * @param asker whose work it is: that they had a turn themselves a moment ago delays nothing.
 */
export async function spareTime(asker?: Asker): Promise<void> {
  const { queue } = turns();
  if (queue.isQuiet(asker)) return;
  await sleep(spareMs.least);
  await queue.quiet(spareMs.most);
}

class Turn {
  #isHeld = true;
  #startedAt = performance.now();
  #shareAtStart = 0;
  #isOver = false;
  #pauses = 0;
  #watch: NodeJS.Timeout | undefined;

  constructor(
    readonly queue: TurnQueue,
    readonly asker: Asker,
  ) {
    this.#watchUse();
  }

  pause(): void {
    this.#pauses += 1;
    this.#giveUp();
  }

  /** Takes the turn again, unless the request still waits for something else. */
  async goOn(): Promise<void> {
    this.#pauses -= 1;
    if (this.#isOver || this.#pauses > 0 || this.#isHeld) return;
    // Work that is nearly done goes on in any case.
    const isTaken = await this.queue.take(this.asker, { isBack: true }).then(
      () => true,
      () => false,
    );
    if (!isTaken) return;
    if (this.#isOver || this.#isHeld || this.#pauses > 0) return this.queue.give(this.asker, 0);
    this.#isHeld = true;
    this.#watchUse();
  }

  end(): void {
    this.#isOver = true;
    this.#giveUp();
  }

  #giveUp(): void {
    clearInterval(this.#watch);
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.queue.give(this.asker, this.queue.shareMs() - this.#shareAtStart);
  }

  #watchUse(): void {
    this.#startedAt = performance.now();
    this.#shareAtStart = this.queue.shareMs();
    let before = performance.eventLoopUtilization();
    this.#watch = setInterval(() => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      if (utilization < leastUse || performance.now() - this.#startedAt > longestTurnMs) this.#giveUp();
    }, lookMs).unref();
  }
}
