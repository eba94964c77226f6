import type { PhoneIssue } from "@/lib/core/phone";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";

/** Messages about sharing a link with a customer. */
export const share = {
  share: {
    more: "More ways",
    fullScreen: "Full screen",
    close: "Close",
    copyAddress: "Copy",
    language: "The message is in",
    shortAddress: "Short address",
    upstreamAddress: "Address at 4Geeks",
    upstreamForGood: "This one cannot be cancelled.",
    copyMessage: "Copy message",
    sms: "SMS",
    email: "Email",
    number: "To a number",
    nextCustomer: "Next customer",
    keepNumber: "Save this number with the link",
    lastShared: "Last shared: {name} {how}, {when}. The same buttons send it again.",
    numberHint: "Without a country code it is read as {code}.",
    numberHintAny: "Begin with + and the country code.",
    openWhatsapp: "Open WhatsApp for {number}",
    openSms: "Open SMS for {number}",
    passedOn: "Passed to another app",
    notShared: "Not shared",
    menuFailed: "The share menu did not open, so nothing was shared. Try again, or copy the link.",
    whatsappOpened: "WhatsApp opened. Send the message there.",
    smsAsked: "Opening SMS. Send the message there.",
    emailAsked: "Opening your email. Send the message there.",
    inactiveTitle: "This link is inactive",
    inactiveText: "4Geeks says that it is no longer active. Do not share it; make another one.",
    abandonedTitle: "This link was discarded",
    abandonedText: "4Geeks never confirmed it. Do not share it.",
  },
  shareChannel: {
    share_menu: "passed the link to another app",
    whatsapp: "opened WhatsApp with the link",
    sms: "opened SMS with the link",
    email: "opened an email with the link",
    copied_link: "copied the link",
    copied_message: "copied the message with the link",
    copied_short: "copied the short address",
    copied_upstream: "copied the address at 4Geeks",
    shown: "showed the QR code",
  } satisfies Record<ShareChannel, string>,
} as const;

export const phoneErrors = {
  phone_missing: "Type the customer's number.",
  phone_not_a_number: "This is not a telephone number. Use digits only.",
  phone_too_short: "This number is too short. Check that no digit is missing.",
  phone_too_long: "This number is too long. Check that there is only one number.",
  phone_no_country: "Write it with its country code, as in +506 8888 7777.",
  phone_unknown: "There is no such number in that country. Check the digits.",
} as const satisfies Record<PhoneIssue, string>;
