/** Where a link lives: the local sandbox, or the upstream's separate test and live data. */
export const modes = ["sandbox", "test", "live"] as const;
export type Mode = (typeof modes)[number];
