import { draftsBar } from "@/lib/i18n/messages/en/drafts-bar";

/** Messages for times without a network, and about what was typed then. */
export const drafts = {
  drafts: {
    ...draftsBar,
    title: "Drafts",
    notYet:
      "Drafts are not links yet. They are sent by themselves, each once, while Cobro is open and online.",
    none: "There are no drafts on this device.",
    keep: "Keep as draft",
    kept: "Kept as a draft. It is not a link yet: it is sent once you are back online.",
    offer: "Keep it as a draft",
    incomplete: "Check the amount and the description first.",
    notStored:
      "This browser could not keep it. Leave this page open, and press again once you are back online.",
    save: "Save draft",
    cancel: "Cancel",
    edit: "Edit",
    drop: "Drop",
    dismiss: "Remove from this list",
    tryAgain: "Try again",
    madeOne: "The link was made.",
    unconfirmed: "We could not confirm this link. Cobro looks for it at 4Geeks and does not send it again.",
    openLink: "Open link",
    seeEarlier: "See the link it made",
    waits: "Not a link yet",
  },
  draftPaused: {
    not_found:
      "This business is closed, or you are no longer in its team. The drafts stay on this device: ask an owner.",
    forbidden: "Your role here no longer creates links. The drafts stay on this device: ask an owner.",
    second_factor_missing: "Set up your second step first. The drafts stay on this device.",
  },
  offlineShell: {
    title: "Offline",
    nothingTitle: "You are offline",
    nothingText: "Nothing is stored on this device yet. Open Cobro once with a connection.",
    noPageTitle: "This page needs a connection",
    noPageText: "You are offline. You can still make drafts, and see the links that you saw last.",
    notSeenText: "This link is not stored on this device. Open it with a connection.",
    asOf: "As of {time}",
    notPayable: "Customers could not pay this link when it was last seen, so its code is not shown.",
    noLinks: "No links had been made.",
    reload: "Try again",
  },
} as const;
