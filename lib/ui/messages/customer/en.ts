/** What a merchant's customers read: in a message, and beside a code that is held out to them. */
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
} as const;
