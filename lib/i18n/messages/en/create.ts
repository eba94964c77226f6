/** Messages of the page that creates links, and of the time between submitting and the answer. */
export const create = {
  offline: {
    badge: "Offline",
  },
  unanswered: {
    offline:
      "You are offline, so nothing was sent. What you typed is still here: try again once you are back online.",
    noAnswer:
      "The connection broke before an answer came, so this may not have arrived. What you typed is still here: check your connection and try again.",
    otherAnswer:
      "Something else answered in place of Cobro: a sign-in page of your network, or a server that is busy. What you typed is still here: see whether your network asks you to sign in, wait a moment and try again.",
    tooLarge:
      "This is too large to be sent over your network. What you typed is still here: shorten it, or choose a smaller file, and try again.",
    stalePage:
      "Cobro has been updated since you opened this page, so nothing was sent. Load the page again: what you typed will be here, except passwords, API keys and files.",
    unexpected: "Something went wrong on our side. What you typed is still here; please try again.",
    signedOut:
      "You had been signed out, so this was not sent. What you typed is here again: check it and send it, and type passwords and API keys once more.",
    askedForProof:
      "Nothing was sent before you confirmed that it is you. What you typed is here again: check it and send it, and type passwords and API keys once more.",
    updated: "Cobro was updated. What you typed is here again, except passwords, API keys and files.",
    restored:
      "No answer came when you sent this before. What you typed is here again: check it and send it, and type passwords and API keys once more.",
    reload: "Load the page again",
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
