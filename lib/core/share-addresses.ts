import type { Phone } from "@/lib/core/phone";

/** Opens WhatsApp with the text filled in, to this number or to somebody who is picked there. */
export function whatsappAddress(text: string, to?: Phone): string {
  return `https://wa.me/${to ? whatsappDigits(to) : ""}?text=${encodeURIComponent(text)}`;
}

/**
 * Opens the phone's messages with the text filled in. RFC 5724 begins the body with `?body=`, Apple's Messages expects
 * `&body=`. Each ignores what it does not know, so both are in the address.
 */
export function smsAddress(text: string, to?: Phone): string {
  return `sms:${to ? `+${to.digits}` : ""}?&body=${encodeURIComponent(text)}`;
}

/** Opens the mail program with the email filled in. RFC 6068 requires these line ends. */
export function mailAddress(subject: string, text: string): string {
  const body = text.replace(/\n/g, "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** In Argentina WhatsApp needs a 9 after the country code of a mobile, which people leave out. */
function whatsappDigits({ digits }: Phone): string {
  return digits.replace(/^54(?!9)/, "549");
}
