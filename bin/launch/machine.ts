import { totalmem } from "node:os";

/** Bytes. A build takes 0.9 GB, and up to 1 where there is more. */
const littleMemory = 1.5 * 2 ** 30;

/** Whether there is no room for anything else while the portal is built. */
export function isSmallMachine(): boolean {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) < littleMemory;
}
