import { log } from "@/lib/platform/log";

/** Delayed work that is dropped when the sandbox closes. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>();

  after(delayMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#pending.delete(timer);
      try {
        work();
      } catch (error) {
        // The caller has gone, and nobody else would hear of it.
        log().error({ err: error }, "delayed sandbox work failed");
      }
    }, delayMs);
    this.#pending.add(timer);
  }

  clear(): void {
    for (const timer of this.#pending) clearTimeout(timer);
    this.#pending.clear();
  }
}
