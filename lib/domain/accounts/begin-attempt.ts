import { hasSignedInFrom } from "@/lib/domain/accounts/known-network-store";
import type { Visitor } from "@/lib/domain/accounts/schema";
import { env } from "@/lib/platform/env";
import { toNeighborhood, toNetwork } from "@/lib/platform/network-address";
import { isWithinLimit, isWithinLimits, type Limit, resetLimits, uncount } from "@/lib/platform/rate-limits";

const minute = 60;
const quarterHour = 15 * minute;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How often one account's password may be tried, or an email for a new one asked for. The day's limits on passwords are
 * fewer than 100 together, however many addresses take part; see decision 0029.
 */
const budgets = {
  "sign-in": {
    own: [
      { max: 10, windowSeconds: quarterHour },
      { max: 20, windowSeconds: day },
    ],
    outsiders: { max: 25, windowSeconds: day },
    newcomers: { max: 30, windowSeconds: day },
  },
  reset: {
    own: [{ max: 5, windowSeconds: hour }],
    outsiders: { max: 5, windowSeconds: hour },
    newcomers: { max: 3, windowSeconds: hour },
  },
} as const satisfies Record<string, { own: Limit[]; outsiders: Limit; newcomers: Limit }>;

/** Kept free for networks that have hardly tried: one a minute, so that a crowd of them cannot use it up at once. */
const newcomer = { triesPerDay: 3, secondsBetween: minute };

export type Attempt = {
  /** It was the person: neither this attempt nor the visitor's earlier ones count any longer. */
  forget: () => Promise<void>;
  /** Nothing was checked after all, because too much else is going on: this attempt alone does not count. */
  takeBack: () => Promise<void>;
};

/**
 * Counts an attempt at an account before it is made, so that many at once cannot all pass. Null when there is no room.
 * A browser in which the person has signed in, and a network from which they have, have counters of their own. All
 * others share one, so that neither an outsider nor a crowd can keep the person out.
 * @param account its address as it was typed, and its id if there is one.
 */
export async function beginAttempt(
  kind: keyof typeof budgets,
  { email, userId }: { email: string; userId: string | null },
  { ip, device }: Visitor,
): Promise<Attempt | null> {
  const { own: ownLimits, outsiders, newcomers } = budgets[kind];
  const network = toNetwork(ip);
  // Asked in any case: the time of the answer must not reveal whether there is such an account.
  const isKnownNetwork = await hasSignedInFrom(userId ?? crypto.randomUUID(), network);
  const isKnownDevice = device !== null && userId !== null && device.userIds.includes(userId);
  const isKnown = isKnownDevice || isKnownNetwork;
  const visitor = isKnownDevice ? `device:${device.id}` : `network:${network}`;
  const own = `${kind}:${visitor}:${email}`;
  // A guest in the shop's network cannot use up what the people of the shop may try.
  const whoever = isKnown ? own : `${kind}:${visitor}`;
  // With whatever accounts.
  if (!(await isWithinLimit(`${whoever}:all`, env().LIMIT_SIGN_INS, quarterHour))) return null;
  if (!(await isWithinLimits(own, ownLimits))) return null;
  const shared = isKnown ? own : await findRoom();
  if (shared === null) return null;
  const ownKeys = ownLimits.map(({ windowSeconds }) => `${own}:${windowSeconds}`);
  return {
    forget: async () => {
      await resetLimits(ownKeys);
      if (!isKnown) await uncount(shared);
    },
    takeBack: async () => {
      await Promise.all([...ownKeys, ...(isKnown ? [] : [shared])].map(uncount));
    },
  };

  /** The key under which an outsider's attempt was counted. */
  async function findRoom(): Promise<string | null> {
    const key = `${kind}:outsiders:${email}`;
    const near = `${kind}:near:${toNeighborhood(ip)}:${email}`;
    const isNewcomer = await isWithinLimit(near, newcomer.triesPerDay, day);
    if (await isWithinLimit(key, outsiders.max, outsiders.windowSeconds)) return key;
    const reserve = `${kind}:newcomers:${email}`;
    const hasRoom =
      isNewcomer &&
      (await isWithinLimit(`${reserve}:pace`, 1, newcomer.secondsBetween)) &&
      (await isWithinLimit(reserve, newcomers.max, newcomers.windowSeconds));
    return hasRoom ? reserve : null;
  }
}

/** Forgets what outsiders have tried, when the password that they guessed at is another one now. */
export function forgetOutsiders(email: string): Promise<void> {
  return resetLimits([`sign-in:outsiders:${email}`, `sign-in:newcomers:${email}`]);
}
