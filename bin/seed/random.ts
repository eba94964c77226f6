import { uuidv7 } from "@/lib/platform/uuidv7";

/** Random values that repeat: with the same seed, the same calls give the same values. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 to below 1 (mulberry32). */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  /** @throws when there is nothing to pick from. */
  pick<One>(from: readonly One[]): One {
    const found = from[Math.floor(this.roll() * from.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }

  /** A random index into the weights; heavier ones are more likely. `sums` are the weights added up. */
  index(sums: ArrayLike<number>): number {
    const wanted = this.roll() * (sums[sums.length - 1] ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  text(length: number, alphabet: string): string {
    let text = "";
    while (text.length < length) text += alphabet.charAt(Math.floor(this.roll() * alphabet.length));
    return text;
  }

  /** A random UUID (version 4). */
  uuid(): string {
    const hex = this.bytes(16).toString("hex");
    const variant = "89ab".charAt(Math.floor(this.roll() * 4));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** A UUID (version 7) of a moment, so that ids sort by time. */
  uuidAt(at: number): string {
    return uuidv7(at, this.bytes(16));
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (let place = 0; place < length; place += 4) {
      bytes.writeUIntBE(Math.floor(this.roll() * 2 ** 32), place, Math.min(4, length - place));
    }
    return bytes;
  }
}

/** The weights added up, for `Random.index`. */
export function toSums(weights: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum;
  });
}
