/** Why a form got no answer, and what to do; and what is asked before one is sent. Browsers load these by themselves, so they have no values to fill in. */
export const unanswered = {
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
  tooLong: "Something in this form is too long. Make it shorter and try again.",
  losesDrafts: "Drafts on this device are not links yet, and signing out deletes them. Sign out anyway?",
} as const;
