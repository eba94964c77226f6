import type { CancelReason } from "@/lib/domain/payment-links/cancel/schema";

/** Messages about links that are cancelled or replaced. */
export const cancel = {
  cancel: {
    cancel: "Cancel link",
    cancelling: "Cancelling…",
    replace: "Replace with…",
    reason: "Why?",
    text: "Whoever opens its short address is told that it was cancelled. It can be undone for a minute.",
    textUpstream:
      "Customers may have its address at 4Geeks. That one stays payable: tell them not to use it.",
    textOpened: "Whoever has opened it may still have its address at 4Geeks, which stays payable.",
    by: "Cancelled by {name}, {when}",
    undo: "Undo",
    undoing: "Undoing…",
    leadsTo: "Its short address leads to the link that replaces it.",
    toReplacement: "Open that link",
    replacing: "Replaces the link for {amount}",
    replacingText: "That link is cancelled, and leads to this one, once this one is made.",
    reasons: {
      replaced: "Replaced by another link",
      wrong_details: "The amount or text is wrong",
      not_needed: "It is no longer needed",
      duplicate: "There are two of them",
      other: "Another reason",
    } satisfies Record<CancelReason, string>,
  },
} as const;

export const cancelErrors = {
  not_cancellable: "This link cannot be cancelled, because 4Geeks has not confirmed it.",
  cancel_too_late: "The minute is over. Create another link instead.",
  cancel_reason_missing: "Choose why.",
  already_replaced:
    "A teammate has replaced this link already, or it cannot be replaced any more. Open its page.",
} as const;
