/** Why a person cancels a link. */
export const cancelReasons = ["wrong_details", "not_needed", "duplicate", "other"] as const;

/** `replaced` is written when another link takes its place. */
export const storedReasons = ["replaced", ...cancelReasons] as const;
export type CancelReason = (typeof storedReasons)[number];

/** So long a cancellation can be undone: later, a customer may have been told. */
export const undoMs = 60_000;

export type Cancellation = {
  at: Date;
  by: string;
  reason: CancelReason;
  /** The link that replaces it, if this merchant still has it. */
  leadsToId: string | null;
  /** Whether it can be undone still. */
  isUndoable: boolean;
};
