import { Dice } from "@/bin/seed/dice";

/** Numbers from 0 to below 1 that repeat for the same seed, so that a failure can be replayed. */
export function seededRandom(seed: number): () => number {
  const dice = new Dice(seed);
  return () => dice.roll();
}
