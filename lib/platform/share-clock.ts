/**
 * A clock of what each turn gets of the thread, in milliseconds: while two have one at the same time it goes half as
 * fast, so that nobody is charged for the work of others.
 */
export class ShareClock {
  #ms = 0;
  #readAt = performance.now();

  /** Read before each change of how many have a turn; `running` is how many had one since the last time. */
  read(running: number): number {
    const now = performance.now();
    if (running > 0) this.#ms += (now - this.#readAt) / running;
    this.#readAt = now;
    return this.#ms;
  }
}
