/** How much of each second one person may use before they rest. Opening a page with all that belongs to it takes less. */
const freeMs = 200;
const windowMs = 1_000;
/** The longest rest after one turn. */
const longestRestMs = 200;
/** Whoever had a turn so long ago still counts as somebody who is there. */
const presentMs = 500;

type Use = { usedMs: number; at: number };

/**
 * Who has used the thread for how long lately. Whoever uses much of it while others are there rests after each turn for
 * as long as it took, so that half of the time is everybody else's.
 */
export class TurnUse {
  readonly #uses = new Map<string, Use>();

  /** Notes what a turn that has ended used. Answers how long its owner rests, in milliseconds. */
  note(owner: string, tookMs: number, now: number): number {
    const before = this.#uses.get(owner);
    const left = before ? before.usedMs * Math.max(0, 1 - (now - before.at) / windowMs) : 0;
    const usedMs = left + tookMs;
    this.#uses.delete(owner);
    this.#uses.set(owner, { usedMs, at: now });
    this.#forget(now);
    return usedMs > freeMs && this.isAnybodyThere(now, owner) ? Math.min(tookMs, longestRestMs) : 0;
  }

  /** Whether somebody has had a turn lately, other than `except`. */
  isAnybodyThere(now: number, except?: string): boolean {
    return [...this.#uses].some(([owner, { at }]) => owner !== except && now - at < presentMs);
  }

  /** They are in the order of their last turns. */
  #forget(now: number): void {
    for (const [owner, { at }] of this.#uses) {
      if (now - at < windowMs) return;
      this.#uses.delete(owner);
    }
  }
}
