import type { LinkState } from "@/lib/domain/payment-links/schema";

/**
 * The states that each state can change to. `sending` ends with the outcome of the only POST. `unknown` ends with a
 * person's decision, or when upstream's answer arrives late. A trigger in the database holds the same table. It also
 * allows a match to be undone (`ready` to `unknown`), but only together with the link's other changes.
 */
export const transitions = {
  sending: ["ready", "rejected", "unknown"],
  unknown: ["ready", "abandoned"],
  ready: [],
  rejected: [],
  abandoned: [],
} as const satisfies Record<LinkState, readonly LinkState[]>;

/** The states that can change to `state`. */
export function statesBefore(state: LinkState): LinkState[] {
  const all = Object.entries(transitions) as [LinkState, readonly LinkState[]][];
  return all.filter(([, next]) => next.includes(state)).map(([from]) => from);
}
