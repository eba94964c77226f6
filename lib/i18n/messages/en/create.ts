/** Messages of the page that creates links, and of the time between submitting and the answer. */
export const create = {
  offline: {
    badge: "Offline",
  },
  create: {
    forMerchant: "for {merchant}",
    usual: "Used before",
    templates: "Templates",
    keypad: "Keypad",
    back: "Delete the last digit",
    mark: "Decimals",
    submitting: "Your link is being made",
    slow: "4Geeks is taking longer than usual. You can leave this page: you will find your link in History.",
    pendingLinks: "Links on their way",
    offline:
      "This phone is offline, so nothing was sent. What you typed is still here: press again once you are back online.",
    tapRestored:
      "No answer came to your tap on a template. Tap it again: if its link was made, you will see it, and none is made twice.",
    creatingIn: "Creating in",
    undo: "Undo",
    undone: "Undone. No link was created.",
    left: "You left this page, so no link was created.",
    noAnswer:
      "The connection broke before an answer came. Press again: if your link was made, you will see it, and none is made twice.",
  },
} as const;
