/** Words of the page that makes links, and of what happens between a press and an answer. */
export const create = {
  offline: {
    badge: "Offline",
    form: "You are offline, so nothing was sent. What you typed is still here: try again once you are back.",
  },
  create: {
    forMerchant: "for {merchant}",
    usual: "Used before",
    templates: "Templates",
    keypad: "Keypad",
    back: "Delete the last digit",
    mark: "Decimals",
    submitting: "Your link is being made",
    slow: "4Geeks is taking its time. You can leave this page: your link goes on, and History has it.",
    pendingLinks: "Links on their way",
    offline:
      "This phone is offline, so nothing was sent. What you typed is still here: press again once you are back.",
    noAnswer:
      "The connection broke before an answer came. Press again: if your link was made, you will see it, and none is made twice.",
  },
} as const;
