import type { SentenceCode } from "@/lib/i18n/language/error-code";
import { cancelErrors } from "@/lib/i18n/messages/en/cancel";
import { expiryErrors } from "@/lib/i18n/messages/en/expiry";
import { limitErrors } from "@/lib/i18n/messages/en/limits";
import { notesErrors } from "@/lib/i18n/messages/en/notes";
import { paidErrors } from "@/lib/i18n/messages/en/paid";
import { phoneErrors } from "@/lib/i18n/messages/en/phone-errors";
import { unanswered } from "@/lib/i18n/messages/en/unanswered";
import { viewErrors } from "@/lib/i18n/messages/en/views";

export const errors = {
  unexpected: "Something went wrong on our side. What you typed is still here; please try again.",
  busy: "Very many people are doing this at this moment. What you typed is still here; try again in a few seconds.",
  form_unreadable: "We could not read the form. Please open the page again.",
  field_too_long: "This is too long. Make it shorter.",
  form_too_long: unanswered.tooLong,

  name_missing: "Type your name.",
  name_too_long: "Use at most 100 characters.",
  name_unprintable: "There are characters in this name that cannot be shown. Delete it and type it by hand.",
  name_has_address:
    "Type only the name, without a web or email address. If it has a dot, leave a space after it.",
  email_missing: "Type your email address.",
  email_malformed: "This is not a whole email address. It looks like name@example.com.",
  password_missing: "Type your password.",
  password_too_short: "Use at least 15 characters. A few words in a row make a good password.",
  password_too_short_beside_factor: "Use at least 8 characters. A few words in a row make a good password.",
  password_guessable:
    "This password is easy to guess: many people use it or one like it, or it is made of your name, your email address or ours. Use a few words in a row that have nothing to do with you.",
  password_too_long: "Use at most 256 characters.",
  wrong_credentials: "Wrong email or password. Check both and try again.",
  wrong_password: "This is not your password. Check it and try again.",
  too_many_attempts: "Too many attempts. Wait 15 minutes and try again.",
  proof_not_enough: "Your password is not enough here. Use your passkey or a code.",
  passkey_unknown: "This passkey does not work here. Try another, or sign in with your password.",
  passkey_failed: "The passkey could not be added. Try again.",
  passkey_known: "This device already has a passkey for Cobro. Remove that one first.",
  passkey_name_too_long: "Use at most 60 characters.",
  passkey_name_unprintable:
    "There are characters in this name that cannot be shown. Delete it and type it by hand.",
  too_many_passkeys: "You have 20 passkeys, and more are not possible. Remove one that you no longer use.",
  code_missing: "Type the code.",
  code_wrong: "This code is wrong, or was used already. Wait for the next one and type that.",
  set_up_gone: "This was finished or started again on another page. Look at it as it is now.",
  no_second_factor: "Set up a passkey or an authenticator app first.",
  sign_in_over: "That took too long. Sign in again.",
  too_many_sign_ins:
    "Too many attempts. Wait 15 minutes, use a device on which you have signed in before, or choose a new password under “Forgot your password?”.",
  email_taken: "There is an account with this email already. Sign in instead.",
  signup_closed: "New accounts are by invitation here. Ask the owner of your business to invite you.",

  business_name_missing: "Type the name of your business.",
  business_name_too_long: "Use at most 80 characters.",
  business_name_unprintable:
    "There are characters in this name that cannot be shown. Delete it and type it by hand.",
  business_name_has_address:
    "Type only the name, without a web or email address, for example Luna instead of luna.com. If it has a dot, leave a space after it.",
  slug_malformed: "Use 3 to 40 characters: a to z, 0 to 9 and dashes, for example cafe-luna.",
  slug_taken: "This address is taken. Choose another.",
  color_malformed: "Choose a colour.",
  time_zone_unknown: "Choose a time zone from the list.",
  customer_language_missing: "Choose at least one language.",
  logo_missing: "Choose a picture first.",
  logo_too_heavy: "This file is larger than 2 MB. Choose a smaller one.",
  logo_wrong_type: "This is not a PNG, JPEG or WebP picture. Choose one of those.",
  logo_unreadable: "We could not read this picture. It may be damaged; save it again or choose another.",
  logo_too_many_pixels: "This picture has too many pixels. Use one of at most 5,000 by 5,000.",
  too_many_pictures: "Too many pictures in an hour. Wait a while and try again.",
  changed_meanwhile:
    "This was changed meanwhile, and is now: {now}. Yours is still here: save again to use yours instead.",
  changed_since:
    "This was changed after you opened this page, so nothing was done. Look at it as it is now, and press again if you still mean it.",
  confirmation_wrong: "Type the address exactly as it is shown.",

  last_owner: "There must be one owner at least. Make somebody else an owner first.",
  not_a_member: "This person is no longer in the team.",
  not_for_your_role: "Your role does not include this. Ask an owner.",
  role_missing: "Choose a role.",
  already_member: "This person is in the team already.",
  already_invited: "This person is invited already. Send the invitation again below.",
  invitation_ended: "This invitation has been accepted or cancelled.",
  invitation_gone: "This invitation no longer works. Ask for a new one.",
  invitation_for_another: "This invitation is for another email address.",
  email_unconfirmed:
    "Confirm your email address first: open the link that we have just sent you. Then send the invitation again.",
  too_many_invitations: "Too many invitations in an hour. Wait a while and try again.",
  reset_gone: "This link no longer works. Ask for a new one.",

  key_missing: "Paste your secret API key.",
  key_replaced:
    "Another API key was connected after you opened this page, so nothing was replaced. Look at it, and paste yours again if you still want to replace it.",
  key_publishable:
    "This is a publishable API key (pk_). Paste the secret API key: it begins with sk_test_ or sk_live_.",
  key_malformed:
    "This does not look like a whole 4Geeks API key. A secret one begins with sk_test_ or sk_live_; copy all of it.",
  link_gone: "This link is not here any more. Go back to the list and start again.",
  no_key: "No API key is connected for this mode. Connect one under “API key” first.",
  key_unreadable: "The stored API key cannot be opened. Connect it again under “API key”.",

  table_missing: "Choose a file, or paste cells.",
  table_empty: "There is nothing in this table.",
  table_unreadable: "This file is not a table. Send a CSV or XLSX file.",
  table_damaged:
    "This file is damaged. Open it in your spreadsheet, save it again as XLSX or CSV, and send that.",
  table_old_excel:
    "This is an old Excel file, or one with a password. Save it as XLSX without a password, and send that.",
  table_other_program: "This file is of another kind. Save it as XLSX or CSV, and send that.",
  table_too_large: "This table is too large. Send at most 5 MB; split it into several files if needed.",
  table_too_many_rows: "This table has more than 5,000 rows. Split it into several files.",
  table_too_many_columns:
    "This table has more than 50 columns. Keep those with the amount and the description.",
  table_open_quote: "A quotation mark in row {place} is never closed. Close it, and send the table again.",
  too_many_links: "This business has created many links in the last minute. Wait a moment, and try again.",
  too_many_tables: "Many tables were sent in the last hour. Wait a while, and send it again.",
  bulk_gone: "This table is no longer here. Send it again.",
  bulk_changed: "This table has changed since the page was opened. Look at it again before you go on.",
  bulk_running: "Links of another table are being created. Wait until they are done, or pause them.",
  bulk_nothing_to_create: "There is no row left to create a link from.",
  bulk_column_missing: "Choose the columns with the amounts and the descriptions.",
  bulk_column_twice: "The same column was chosen twice. Choose another one.",

  amount_empty: "Type an amount.",
  amount_not_a_number: "This is not an amount. Use digits, for example 1234.50.",
  amount_other_digits: "Type the amount with the digits 0 to 9.",
  amount_zero: "The amount must be more than zero.",
  amount_negative: "The amount cannot be negative. Type it without the minus.",
  amount_too_many_decimals: "Use at most two decimals, for example 12.34.",
  amount_too_large: "This amount is too large.",
  amount_ambiguous: "This can be read in more than one way. Choose what you mean, or type it with cents.",
  amount_other_decimal_mark: "This amount has the other mark before its decimals. Check which one is meant.",
  amount_unclear_marks:
    "It is not clear which digits are thousands and which are decimals. Type it without thousands, for example 1234.50.",
  amount_currency_not_offered:
    "This amount names a currency that links cannot be made in. Choose one from the list, and type the amount in it.",
  amount_currency_contradicted:
    "This amount names another currency than the one you chose. Choose what you mean.",
  currency_not_offered: "Choose a currency from the list.",
  description_missing: "Say what the payment is for.",
  description_too_long: "Use at most 500 characters.",
  description_unprintable:
    "There are characters in this text that cannot be shown. Delete it and type it by hand.",
  mode_changed:
    "This page showed {shown}; the business now makes {current} links. Nothing was made. Press again to make it {current}.",
  mode_missing:
    "The form did not say which mode it showed. Nothing was made. This business makes {current} links; press again to make one.",
  other_business:
    "The form did not come from this business, which makes {current} links. Nothing was made. Look at the business above and press again.",
  intent_reused:
    "This form made a link already, with other details. To make one more with what you see here, press the button again.",
  near_duplicate: "The same link was made a moment ago. Use that one, or create another.",
  annotated:
    "A teammate added details to this link meanwhile, or used it. Yours were not saved: find it in the history.",
  candidate_not_opened: "You have not opened this link yet. Open its pay page first, and compare.",
  candidate_differs: "This link is for another amount, so it is not the one that was asked for.",
  match_outdated: "This page does not show what was asked for. Load it again, and compare once more.",
  candidate_gone: "This link is already in use. Look at the others.",
  template_name_missing: "Give it a name, for example Coffee.",
  template_name_too_long: "Use at most 40 characters.",
  template_name_unprintable:
    "There are characters in this name that cannot be shown. Delete it and type it by hand.",
  template_gone: "This template was removed. Look at the templates again, or type the link.",
  template_changed: "This template was changed a moment ago. Look at its new amount and tap again.",
  too_many_templates: "There are 30 templates already. Remove one first.",
  not_unknown: "This link has been sorted out already. Open its page.",

  interrupted: "We were interrupted while making this link.",
  unreachable: "We could not reach 4Geeks, so nothing was made. Try again in a moment.",
  timeout: "4Geeks did not answer in time. Try again in a moment.",
  connection_lost: "The connection to 4Geeks broke. Try again in a moment.",
  redirected: "4Geeks sent us to another address, which we do not follow. Tell whoever runs this portal.",
  rate_limited: "4Geeks is asking us to slow down. Wait a minute and try again.",
  server_error: "4Geeks has trouble right now. Try again in a moment.",
  unreadable_answer: "4Geeks gave an answer that we do not understand. Try again in a moment.",
  key_refused: "4Geeks refused the API key. Make a new one in your 4Geeks console and connect it here.",
  not_found: "4Geeks does not know this address. Tell whoever runs this portal.",
  invalid_request:
    "4Geeks did not accept these details, so no link was made. Check the amount, currency and text.",
  ...phoneErrors,
  ...viewErrors,
  ...notesErrors,
  ...paidErrors,
  ...cancelErrors,
  ...expiryErrors,
  ...limitErrors,
  till_name_missing: "Give the device a name, so that you can tell it from others.",
  till_name_too_long: "That name is too long. Use 60 characters at most.",
  till_name_unprintable: "That name has characters that cannot be shown. Type it again.",
  idle_minutes_wrong: "Type a number of minutes from 1 to 60.",
  pin_malformed: "A PIN has 4 to 8 digits.",
  pin_weak: "That PIN is too easy to guess. Avoid rows, repetitions and years.",
  pins_differ: "The two PINs are not the same. Type your PIN again.",
  wrong_pin: "That is not the PIN. Try again.",
  pin_blocked:
    "Too many wrong PINs. On this device, sign in with your password, or ask an owner to unblock your PIN.",
  till_gone: "This device is no longer a shared till. Sign in with your password.",
} as const satisfies Record<SentenceCode, string>;
