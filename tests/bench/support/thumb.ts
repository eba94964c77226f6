import type { Page } from "playwright-core";

/** Taps, and counts. The clock begins with the first. */
export class Thumb {
  taps = 0;
  #startedAt = 0;

  constructor(readonly page: Page) {}

  async tap(name: string): Promise<void> {
    if (this.taps === 0) this.#startedAt = performance.now();
    this.taps += 1;
    const target = this.page.locator("main").getByText(name, { exact: true }).first();
    await target.tap();
  }

  seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}
