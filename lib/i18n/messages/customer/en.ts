/** What a merchant's customers read: in messages, and beside a code that is shown to them. */
export const en = {
  language: "English",
  message: {
    greeting: "Hello! This is the link to pay {amount} to {merchant}.",
    greetingNoAmount: "Hello! This is the link to pay {merchant}.",
    subject: "Payment of {amount} to {merchant}",
    subjectNoAmount: "Payment to {merchant}",
    notReal: "TEST: nothing is charged by this link.",
  },
  show: {
    scan: "Scan to pay",
  },
  address: {
    cancelledTitle: "This link was cancelled",
    cancelledText: "{merchant} cancelled this payment link. Do not pay it.",
    replacedText: "{merchant} cancelled this payment link and made another one for you.",
    toReplacement: "Go to the new link",
    previewTitle: "Pay {amount} to {merchant}",
    previewTitleNoAmount: "Pay {merchant}",
    toPayPage: "Go to the pay page",
    markedTitle: "This is already settled",
    markedText: "{merchant} says that this was paid already. Ask them before you pay again.",
    payAnyway: "Go to the pay page nevertheless",
    expiredTitle: "This link has expired",
    expiredText: "This payment link has expired. Ask {merchant} for a new one.",
    noneTitle: "No link here",
    noneText:
      "There is no payment link at this address. Check that all of it was copied, or ask whoever sent it to you.",
    limitedTitle: "Try again in a minute",
    limitedText: "Too many addresses were tried from your network.",
  },
  print: {
    step1: "Open your phone’s camera",
    step2: "Point it at the code and tap the link",
    step3: "Check the amount and pay",
    orType: "Or type this address into your browser",
    code: "QR code",
    test: "For testing only: nothing is charged.",
    sandbox: "For practice only: nothing is charged.",
  },
} as const;
