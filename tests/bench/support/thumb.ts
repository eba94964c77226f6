import type { Locator, Page } from "playwright-core";

/** Taps on a page and counts the taps. The time begins with the first. */
export class Thumb {
  taps = 0;
  #startedAt = 0;

  constructor(readonly page: Page) {}

  async tap(target: Locator): Promise<void> {
    await target.waitFor();
    if (this.taps === 0) this.#startedAt = performance.now();
    this.taps += 1;
    await target.tap();
  }

  seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}
