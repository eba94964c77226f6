/** A key that works is looked at this often. */
const usualMs = 15 * 60_000;

const firstRetryMs = 5_000;
const longestRetryMs = 60 * 60_000;

/** When to poll after a look that went well, spread out so that many keys do not fall on one moment. */
export function usualDelayMs(random = Math.random): number {
  return usualMs * (0.9 + random() * 0.2);
}

/**
 * When to try again after `failures` failed looks in a row: longer each time, up to an hour and a fifth of it.
 * @param retryAfterMs what upstream asked for, which is never undercut.
 */
export function retryDelayMs(failures: number, retryAfterMs: number | null, random = Math.random): number {
  const backoffMs = Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 30), longestRetryMs);
  return Math.max(backoffMs * (0.8 + random() * 0.4), afterSilenceMs(retryAfterMs ?? 0, random));
}

/** When to ask again after upstream wanted silence: never before it is over, and not all at the same moment. */
export function afterSilenceMs(retryAfterMs: number, random = Math.random): number {
  return Math.ceil(retryAfterMs * (1 + random() * 0.1));
}
