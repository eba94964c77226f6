/**
 * How many milliseconds of a processor this process uses from now on. What else runs on the machine changes that little,
 * where it can make any clock's time several times as long.
 */
export function startProcessorClock(): () => number {
  const before = process.cpuUsage().user;
  return () => (process.cpuUsage().user - before) / 1_000;
}
