import type { Phone } from "@/lib/core/phone";

/** Opens WhatsApp with the text written already: to this number, or to whom is picked there. */
export function whatsappAddress(text: string, to?: Phone): string {
  return `https://wa.me/${to ? whatsappDigits(to) : ""}?text=${encodeURIComponent(text)}`;
}

/**
 * Opens the phone's messages with the text written already. RFC 5724 begins the body with `?body=`, Apple's Messages
 * wants `&body=`; each reads past what it does not know, so that both read this.
 */
export function smsAddress(text: string, to?: Phone): string {
  return `sms:${to ? `+${to.digits}` : ""}?&body=${encodeURIComponent(text)}`;
}

/** Opens the mail program with the letter written already. Lines end as RFC 6068 wants them. */
export function mailAddress(subject: string, text: string): string {
  const body = text.replace(/\n/g, "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** WhatsApp knows Argentina's mobiles by the 9 after the country code, which people leave out. */
function whatsappDigits({ digits }: Phone): string {
  return digits.replace(/^54(?!9)/, "549");
}
