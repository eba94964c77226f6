/** How often the list of a working key is read. */
const usualMs = 15 * 60_000;

const firstRetryMs = 5_000;
const longestRetryMs = 60 * 60_000;

/** The delay after a successful sync, with a random part so that many keys are not due at the same moment. */
export function usualDelayMs(random = Math.random): number {
  return usualMs * (0.9 + random() * 0.2);
}

/**
 * The delay after `failures` failed syncs in a row: longer each time, up to about an hour, with a random part.
 * @param retryAfterMs how long upstream asked us to wait; the delay is never shorter.
 */
export function retryDelayMs(failures: number, retryAfterMs: number | null, random = Math.random): number {
  const backoffMs = Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 30), longestRetryMs);
  return Math.max(backoffMs * (0.8 + random() * 0.4), afterSilenceMs(retryAfterMs ?? 0, random));
}

/** The delay after upstream asked us to wait: never shorter, and with a random part. */
export function afterSilenceMs(retryAfterMs: number, random = Math.random): number {
  return Math.ceil(retryAfterMs * (1 + random() * 0.1));
}
