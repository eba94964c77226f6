/** How much the sandbox holds. What would go beyond is refused, and what is there goes on working. */
export type SandboxLimits = {
  accounts: number;
  links: number;
  linksPerAccount: number;
  /** For each of its files. */
  bytes: number;
};

export const sandboxLimits: SandboxLimits = {
  accounts: 10_000,
  links: 500_000,
  linksPerAccount: 100_000,
  bytes: 256 * 1024 * 1024,
};

/** The faults that one account can have waiting. */
export const waitingFaults = 100;

/** The connections from one address of the network, so that one visitor does not take them all. */
export const connectionsPerAddress = 50;
