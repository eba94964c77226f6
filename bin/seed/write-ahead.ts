/** Writes one thing after another, while the next is made up. */
export class WriteAhead {
  #last: Promise<void> = Promise.resolve();

  /**
   * Begins to write when what was given before is written.
   * @returns a promise that resolves when it has begun.
   * @throws what the write before it threw.
   */
  async write(work: () => Promise<void>): Promise<void> {
    await this.#last;
    this.#last = work();
    // It is awaited by the next call; without this, a failure before that would count as unhandled.
    this.#last.catch(() => {});
  }

  /** Resolves when everything is written. */
  async written(): Promise<void> {
    await this.#last;
  }
}
