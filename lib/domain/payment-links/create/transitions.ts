import type { LinkState } from "@/lib/domain/payment-links/schema";

/**
 * The life of a link. `sending` ends in what the one POST came to; `unknown` ends when a person says so, or
 * when our own answer arrives after all. A trigger in the database holds the same table.
 */
export const transitions = {
  sending: ["ready", "rejected", "unknown"],
  unknown: ["ready", "abandoned"],
  ready: [],
  rejected: [],
  abandoned: [],
} as const satisfies Record<LinkState, readonly LinkState[]>;

/** The states from which a link can come to `state`. */
export function statesBefore(state: LinkState): LinkState[] {
  const all = Object.entries(transitions) as [LinkState, readonly LinkState[]][];
  return all.filter(([, next]) => next.includes(state)).map(([from]) => from);
}
