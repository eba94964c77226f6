/** There is more to do than can be done soon. Whoever asked should ask again after `retryAfterSeconds`. */
export class BusyError extends Error {
  override name = "BusyError";
  readonly retryAfterSeconds = 5;
}

/** By its name: the queue is one for the whole process, and each bundle of the build has a class of its own. */
export function isBusy(error: unknown): error is BusyError {
  return error instanceof Error && error.name === "BusyError";
}

/**
 * Waits for work that was counted before it began. When there was no room for it, that is not the person's fault, and
 * the count is taken back.
 */
export async function takeBackIfBusy<T>(work: Promise<T>, takeBack: () => Promise<unknown>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isBusy(error)) await takeBack();
    throw error;
  }
}

type Limits = {
  /** How many run at the same time. */
  slots: number;
  /** How many may wait, altogether and of one owner. */
  mostWaiting: number;
  mostWaitingEach: number;
  /** How long one may wait. */
  mostWaitMs: number;
};

type Waiting = { start: () => void; refuse: (reason: unknown) => void };

/**
 * A short queue for work that is limited by the processor or by memory. Owners take turns, so that somebody who asks for
 * a lot waits for their own requests and nobody else does.
 */
export class FairQueue {
  #running = 0;
  /** The owners in the order of their turns, each with what they wait for. */
  readonly #lines = new Map<string, Waiting[]>();
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Runs the work when it is its turn. Work whose `signal` is aborted while it waits never starts.
   * @throws {BusyError} when too many wait, or when the turn does not come in time.
   */
  async run<T>(owner: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.#running >= this.#limits.slots) await this.#turn(owner, signal);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The slot is handed on to whoever is next, or becomes free.
      if (!this.#startNext()) this.#running -= 1;
    }
  }

  /** How much of this owner's waits for its turn. */
  countWaiting(owner: string): number {
    return this.#lines.get(owner)?.length ?? 0;
  }

  #turn(owner: string, signal: AbortSignal | undefined): Promise<void> {
    this.#makeRoom(owner);
    return new Promise((resolve, reject) => {
      const refuse = (reason: unknown) => {
        cleanUp();
        this.#remove(owner, waiting);
        reject(reason);
      };
      const onAbort = () => refuse(signal?.reason);
      const timeout = setTimeout(
        () => refuse(new BusyError("the turn did not come in time")),
        this.#limits.mostWaitMs,
      );
      const cleanUp = () => {
        clearTimeout(timeout);
        signal?.removeEventListener("abort", onAbort);
      };
      const start = () => {
        cleanUp();
        resolve();
      };
      const waiting = { start, refuse };
      signal?.addEventListener("abort", onAbort);
      this.#lines.set(owner, [...(this.#lines.get(owner) ?? []), waiting]);
    });
  }

  /** When the queue is full, the owner with the longest line gives up their last place, unless that is who asks. */
  #makeRoom(owner: string): void {
    const own = this.countWaiting(owner);
    if (own >= this.#limits.mostWaitingEach) throw new BusyError("this owner has too many waiting");
    const lines = [...this.#lines.values()];
    const all = lines.reduce((sum, line) => sum + line.length, 0);
    if (all < this.#limits.mostWaiting) return;
    const longest = lines.reduce((one, other) => (other.length > one.length ? other : one), []);
    if (longest.length <= own + 1) throw new BusyError("the queue is full");
    longest.at(-1)?.refuse(new BusyError("gave way to somebody who had nothing waiting"));
  }

  #startNext(): boolean {
    for (const [owner, [next, ...rest]] of this.#lines) {
      // The owner's next turn comes after everybody else's.
      this.#lines.delete(owner);
      if (rest.length > 0) this.#lines.set(owner, rest);
      if (!next) continue;
      next.start();
      return true;
    }
    return false;
  }

  #remove(owner: string, waiting: Waiting): void {
    const rest = (this.#lines.get(owner) ?? []).filter((other) => other !== waiting);
    if (rest.length > 0) this.#lines.set(owner, rest);
    else this.#lines.delete(owner);
  }
}
