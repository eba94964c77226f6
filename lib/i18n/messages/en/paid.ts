import type { PaidIssue } from "@/lib/domain/payment-links/paid/schema";

/** Messages about links that a teammate marked as paid. Cobro sees no payments, and never says that one was made. */
export const paid = {
  paid: {
    mark: "Mark as paid",
    marking: "Marking…",
    markedBy: "Marked paid by {name}, {when}",
    ownWord: "Your team says so. Cobro cannot see payments.",
    undo: "Undo",
    undoing: "Undoing…",
    note: "Note",
    reference: "Reference",
    referenceHint: "For example the number of the payment in your 4Geeks console.",
    add: "Add a note or reference",
    change: "Change the note or reference",
    save: "Save",
    saving: "Saving…",
    warningTitle: "Marked as paid already",
    warningText: "Whoever opens the link can still pay it, a second time too.",
    anyway: "Show the code anyway",
    selectedText:
      "{count, plural, =0 {None of these links is left to mark.} one {# link is not marked yet.} other {# links are not marked yet.}}",
    selectedDone: "{count, plural, one {# link was marked as paid.} other {# links were marked as paid.}}",
    pasteTitle: "Mark what 4Geeks shows as paid",
    pasteOpen: "Mark several as paid",
    pasteText:
      "Copy the list of payments in your 4Geeks console and paste it here, with whatever is around it.",
    pasteLabel: "What your 4Geeks console shows as paid",
    pasteHint:
      "Links are found by their ids or addresses. You see which ones they are before anything is marked.",
    find: "Find these links",
    finding: "Looking…",
    foundMarked:
      "{count, plural, one {# more in the text is marked already.} other {# more in the text are marked already.}}",
    foundMore: "The text names more links than can be marked at once. Mark these, then paste it again.",
  },
} as const;

export const paidErrors = {
  paid_note_too_long: "Use at most 500 characters.",
  paid_note_unprintable:
    "There are characters in this note that cannot be shown. Delete it and type it by hand.",
  paid_reference_too_long: "Use at most 80 characters.",
  paid_reference_unprintable:
    "There are characters in this reference that cannot be shown. Delete it and type it by hand.",
  paid_changed_since: "A teammate changed this meanwhile. Look at it as it is now.",
  pasted_nothing: "There is no link of this business in this text. Copy the list with its ids or addresses.",
  pasted_all_marked: "All links in this text are marked as paid already.",
  pasted_too_long: "This text is too long. Paste it in parts.",
} as const satisfies Record<
  PaidIssue | "paid_changed_since" | "pasted_nothing" | "pasted_all_marked" | "pasted_too_long",
  string
>;
