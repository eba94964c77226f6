/** How much of each second one person may use in any case. Opening a page with all that belongs to it takes less. */
const freeMs = 200;
const windowMs = 1_000;
/** The longest rest after one turn. */
const longestRestMs = 200;
/** Whoever had a turn so long ago still counts as somebody who is there. */
const presentMs = 500;
/** Whoever uses so many times as much as somebody who is there takes more than their part. */
const mostTimes = 1.25;

type Use = { usedMs: number; at: number };

/**
 * Who has used the thread for how long lately. Whoever uses much of it, and more than somebody else who is there, rests
 * after each turn for as long as it took, so that half of the time is everybody else's. Where all use as much, nobody
 * rests: the thread would only stand still.
 */
export class TurnUse {
  readonly #uses = new Map<string, Use>();

  /** Notes what a turn that has ended used. Answers how long its owner rests, in milliseconds. */
  note(owner: string, tookMs: number, now: number): number {
    const beforeMs = left(this.#uses.get(owner), now);
    const usedMs = beforeMs + tookMs;
    this.#uses.delete(owner);
    this.#uses.set(owner, { usedMs, at: now });
    this.#forget(now);
    // Without this turn: of two who take turns, one is always a turn ahead.
    const isMuch = usedMs > freeMs && this.#hasLess(owner, beforeMs / mostTimes, now);
    return isMuch ? Math.min(tookMs, longestRestMs) : 0;
  }

  /** Whether somebody has had a turn lately, other than `except`. */
  isAnybodyThere(now: number, except?: string): boolean {
    return [...this.#uses].some(([owner, { at }]) => owner !== except && now - at < presentMs);
  }

  /** Whether somebody else who is there has used less than that. */
  #hasLess(than: string, ms: number, now: number): boolean {
    return [...this.#uses].some(
      ([owner, use]) => owner !== than && now - use.at < presentMs && left(use, now) < ms,
    );
  }

  /** They are in the order of their last turns. */
  #forget(now: number): void {
    for (const [owner, { at }] of this.#uses) {
      if (now - at < windowMs) return;
      this.#uses.delete(owner);
    }
  }
}

/** What still counts of it: it fades within a second. */
function left(use: Use | undefined, now: number): number {
  return use ? use.usedMs * Math.max(0, 1 - (now - use.at) / windowMs) : 0;
}
