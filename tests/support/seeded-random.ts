import { Random } from "@/bin/seed/random";

/** Numbers from 0 to below 1 that repeat for the same seed, so that a failure can be replayed. */
export function seededRandom(seed: number): () => number {
  const random = new Random(seed);
  return () => random.roll();
}
