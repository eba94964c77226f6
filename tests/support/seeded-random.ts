import { Random } from "@/bin/seed/random";

/** Random numbers from 0 to below 1. With the same seed they are the same, so that a failure can be repeated. */
export function seededRandom(seed: number): () => number {
  const random = new Random(seed);
  return () => random.roll();
}
