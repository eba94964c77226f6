import { setTimeout as sleep } from "node:timers/promises";

/**
 * The longest that an actor may go on after being told to stop: a simulated person may be in the middle of a dozen
 * submissions.
 */
const endMs = 10 * 60_000;

/** The actors that are running while faults are injected, by name, so that one that never ends can be reported. */
export class AtWork {
  readonly #names = new Set<string>();
  readonly #all: Promise<void>[] = [];
  #fail: (error: unknown) => void = () => {};
  /** Never resolves; rejects with the first error of an actor. */
  readonly failed = new Promise<never>((_, reject) => {
    this.#fail = reject;
  });

  begin(name: string, work: Promise<void>): void {
    this.#names.add(name);
    const done = work.then(() => void this.#names.delete(name));
    done.catch(this.#fail);
    this.#all.push(done);
  }

  /** @throws when an actor failed, or has not ended in time. */
  async end(): Promise<void> {
    const tooLate = sleep(endMs, undefined, { ref: false }).then(() => {
      throw new Error(`still at work: ${[...this.#names].join(", ")}`);
    });
    await Promise.race([Promise.all(this.#all), tooLate, this.failed]);
  }
}
