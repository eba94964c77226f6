/** How long repeats are counted before they are one line. */
const everyMs = 10_000;

/**
 * Lets the first of many equal events through at once and counts the others: each ten seconds they are one, with their
 * number. After ten seconds without any, the next is a first one again.
 */
export class Repeats {
  #count = 0;
  #timer: NodeJS.Timeout | undefined;

  note(write: (count: number) => void): void {
    if (this.#timer) {
      this.#count += 1;
      return;
    }
    write(1);
    this.#timer = setInterval(() => {
      if (this.#count === 0) {
        clearInterval(this.#timer);
        this.#timer = undefined;
        return;
      }
      const count = this.#count;
      this.#count = 0;
      write(count);
    }, everyMs);
    this.#timer.unref();
  }
}
