import { setTimeout as sleep } from "node:timers/promises";

/** The longest that anybody may go on after being told to stop: a person in the midst of a dozen presses. */
const endMs = 10 * 60_000;

/** Whoever is at work in the storm, by name, so that one who never ends is known. */
export class AtWork {
  readonly #names = new Set<string>();
  readonly #all: Promise<void>[] = [];
  #fail: (error: unknown) => void = () => {};
  /** Never fulfilled; rejected with the first error of anybody. */
  readonly failed = new Promise<never>((_, reject) => {
    this.#fail = reject;
  });

  begin(name: string, work: Promise<void>): void {
    this.#names.add(name);
    const done = work.then(() => void this.#names.delete(name));
    done.catch(this.#fail);
    this.#all.push(done);
  }

  /** @throws when somebody failed, or has not ended in time. */
  async end(): Promise<void> {
    const tooLate = sleep(endMs, undefined, { ref: false }).then(() => {
      throw new Error(`still at work: ${[...this.#names].join(", ")}`);
    });
    await Promise.race([Promise.all(this.#all), tooLate, this.failed]);
  }
}
