import { processWide } from "@/lib/platform/process-wide";

type Misses = { count: number; endsAt: number };

/** More networks at once are not remembered; the oldest is forgotten. */
const mostNetworks = 10_000;

/**
 * Counts, for each network, attempts that found nothing. It is in the memory of this process, because a flood of guesses
 * must not become a flood of writes; with several processes, each allows as many.
 */
export class MissLimit {
  readonly #misses = new Map<string, Misses>();

  constructor(
    readonly most: number,
    readonly windowMs: number,
  ) {}

  isOver(network: string, now = Date.now()): boolean {
    return this.count(network, now) >= this.most;
  }

  count(network: string, now = Date.now()): number {
    const misses = this.#misses.get(network);
    return misses !== undefined && misses.endsAt > now ? misses.count : 0;
  }

  add(network: string, now = Date.now()): void {
    const before = this.#misses.get(network);
    const isOpen = before !== undefined && before.endsAt > now;
    this.#misses.delete(network);
    this.#misses.set(network, {
      count: isOpen ? before.count + 1 : 1,
      endsAt: isOpen ? before.endsAt : now + this.windowMs,
    });
    if (this.#misses.size <= mostNetworks) return;
    for (const oldest of this.#misses.keys()) {
      this.#misses.delete(oldest);
      return;
    }
  }
}

/** Guesses of short addresses, of which nobody mistypes so many. */
export function addressGuesses(): MissLimit {
  return processWide("address-guesses", () => new MissLimit(60, 60_000));
}
