import type { ErrorCode } from "@/lib/ui/messages/error-code";

export const errors = {
  unexpected: "Something went wrong on our side. What you typed is still here; please try again.",
  form_unreadable: "We could not read the form. Please open the page again.",

  name_missing: "Type your name.",
  name_too_long: "Use at most 100 characters.",
  email_missing: "Type your email address.",
  email_malformed: "This is not a whole email address. It looks like name@example.com.",
  password_missing: "Type your password.",
  password_too_short: "Use at least 8 characters. A few words in a row make a good password.",
  password_too_long: "Use at most 200 characters.",
  wrong_credentials: "This email and password do not belong together. Check both and try again.",
  too_many_attempts: "Too many attempts. Wait 15 minutes and try again.",
  email_taken: "There is an account with this email already. Sign in instead.",
  signup_closed: "New accounts are by invitation here. Ask the owner of your business to invite you.",

  business_name_missing: "Type the name of your business.",
  business_name_too_long: "Use at most 80 characters.",

  key_missing: "Paste your secret key.",
  key_publishable:
    "This is a publishable key (pk_). Paste the secret key: it begins with sk_test_ or sk_live_.",
  key_malformed:
    "This does not look like a whole 4Geeks key. A secret key begins with sk_test_ or sk_live_; copy all of it.",
  no_key: "No key is connected for this mode. Connect one under “Key” first.",
  key_unreadable: "The stored key cannot be opened. Connect the key again under “Key”.",

  amount_empty: "Type an amount.",
  amount_not_a_number: "This is not an amount. Use digits, for example 1234.50.",
  amount_other_digits: "Type the amount with the digits 0 to 9.",
  amount_zero: "The amount must be more than zero.",
  amount_negative: "The amount cannot be negative. Type it without the minus.",
  amount_too_many_decimals: "Use at most two decimals, for example 12.34.",
  amount_too_large: "This amount is too large.",
  amount_ambiguous: "This can be read in more than one way. Choose what you mean, or type it with cents.",
  currency_not_offered: "Choose a currency from the list.",
  description_missing: "Say what the payment is for.",
  description_too_long: "Use at most 500 characters.",
  description_unprintable: "There are invisible characters in this text. Delete it and type it by hand.",
  intent_reused:
    "This form made a link already, with other details. To make one more with what you see here, press the button again.",
  near_duplicate: "The same link was made a moment ago. Use that one, or create another.",
  candidate_gone: "This link has been put to use already. Look at the others.",
  not_unknown: "This link is settled already. Look at its page.",

  interrupted: "We were interrupted while making this link.",
  unreachable: "We could not reach 4Geeks, so nothing was made. Try again in a moment.",
  timeout: "4Geeks did not answer in time. Try again in a moment.",
  connection_lost: "The connection to 4Geeks broke. Try again in a moment.",
  redirected: "4Geeks sent us to another address, which we do not follow. Tell whoever runs this portal.",
  rate_limited: "4Geeks is asking us to slow down. Wait a minute and try again.",
  server_error: "4Geeks has trouble right now. Try again in a moment.",
  unreadable_answer: "4Geeks gave an answer that we do not understand. Try again in a moment.",
  key_refused: "4Geeks refused the key. Make a new one in your 4Geeks console and connect it here.",
  not_found: "4Geeks does not know this address. Tell whoever runs this portal.",
  invalid_request:
    "4Geeks did not accept these details, so no link was made. Check the amount, currency and text.",
} as const satisfies Record<ErrorCode, string>;
