import { createTranslator } from "next-intl";
import type { CustomerLanguage } from "@/lib/customer-language";
import { formatMoney } from "@/lib/format-money";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { regionOf } from "@/lib/region";
import { customerMessagesOf } from "@/lib/ui/messages/customer/catalogue";

/** Whose customers are spoken to. */
export type Shop = { name: string; timeZone: string; defaultCurrency: string };

/** Says things to a merchant's customers in their language, whatever language the cashier's own screen is in. */
export function customerWords(language: CustomerLanguage) {
  return createTranslator({ locale: language, messages: customerMessagesOf(language) });
}

/** The customers' language as the merchant's country writes it (`es-CR`), which decides how an amount looks. */
export function customerLocale(
  language: CustomerLanguage,
  { timeZone, defaultCurrency }: Omit<Shop, "name">,
): string {
  const region = regionOf({ timeZone, currency: defaultCurrency });
  return region === null ? language : `${language}-${region}`;
}

/** What a customer is sent. `text` is without the address, for those who send that beside it; `whole` is with it. */
export type CustomerMessage = { subject: string; text: string; whole: string };

export function customerMessage(
  { amountMinor, currency, description, mode }: PaymentLink,
  url: string,
  { merchant, language }: { merchant: Shop; language: CustomerLanguage },
): CustomerMessage {
  const t = customerWords(language);
  const known =
    amountMinor === null || currency === null
      ? null
      : {
          amount: formatMoney(amountMinor, currency, customerLocale(language, merchant)),
          merchant: merchant.name,
        };
  const open = { merchant: merchant.name };
  // A line each, so that a description that runs the other way leaves the rest in place.
  const lines = [
    ...(mode === "live" ? [] : [t("message.notReal")]),
    known ? t("message.greeting", known) : t("message.greetingNoAmount", open),
    ...(description === null ? [] : [description]),
  ];
  const text = lines.join("\n");
  return {
    subject: known ? t("message.subject", known) : t("message.subjectNoAmount", open),
    text,
    whole: `${text}\n${url}`,
  };
}
