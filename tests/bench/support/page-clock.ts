import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Times a page again and again, from a process of its own: reading the answers of a flood does not delay its clock. */
export class PageClock {
  readonly #child = fork(path.join(import.meta.dirname, "page-clock-main.ts"), {
    execArgv: ["--import", "tsx"],
  });

  /** The times in milliseconds that somebody waited for the page within `forMs`, shortest first. */
  async times(url: string, page: string, forMs: number): Promise<number[]> {
    this.#child.send({ url, page, forMs });
    const [found]: number[][] = await once(this.#child, "message");
    return found ?? [];
  }

  stop(): void {
    this.#child.kill();
  }
}
