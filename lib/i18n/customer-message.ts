import { createTranslator } from "use-intl/core";
import type { CustomerLanguage } from "@/lib/core/customer-language";
import { isolateReversed } from "@/lib/core/isolate";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { getCustomerMessages } from "@/lib/i18n/messages/customer/catalogue";
import { formatMoney } from "@/lib/money/format-money";
import { getRegion } from "@/lib/money/region";

/** The merchant whose customers are addressed. */
export type MerchantSummary = { name: string; timeZone: string; defaultCurrency: string };

/** Texts for a merchant's customers in their language, which may differ from that of the cashier's screen. */
export function customerMessages(language: CustomerLanguage) {
  return createTranslator({ locale: language, messages: getCustomerMessages(language) });
}

/** The customers' language with the merchant's country (`es-CR`), which decides how amounts are written. */
export function customerLocale(
  language: CustomerLanguage,
  { timeZone, defaultCurrency }: Omit<MerchantSummary, "name">,
): string {
  const region = getRegion({ timeZone, currency: defaultCurrency });
  return region === null ? language : `${language}-${region}`;
}

/** What a customer is sent. `text` has no address in it, for channels that send that separately; `whole` has it. */
export type CustomerMessage = { subject: string; text: string; whole: string };

export function customerMessage(
  { amountMinor, currency, description, mode }: PaymentLink,
  url: string,
  { merchant, language }: { merchant: MerchantSummary; language: CustomerLanguage },
): CustomerMessage {
  const t = customerMessages(language);
  const known =
    amountMinor === null || currency === null
      ? null
      : {
          amount: formatMoney(amountMinor, currency, customerLocale(language, merchant)),
          merchant: isolateReversed(merchant.name),
        };
  const open = { merchant: isolateReversed(merchant.name) };
  // On separate lines, so that a description written right to left does not reorder the rest.
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

/** What a messenger shows of a link before it is opened; `notReal` is empty for one that charges. */
export function previewTexts(
  {
    name,
    timeZone,
    defaultCurrency,
    amountMinor,
    currency,
    mode,
  }: MerchantSummary & Pick<PaymentLink, "amountMinor" | "currency" | "mode">,
  language: CustomerLanguage,
): { title: string; amount: string | null; notReal: string } {
  const t = customerMessages(language);
  const merchant = isolateReversed(name);
  const amount =
    amountMinor === null || currency === null
      ? null
      : formatMoney(amountMinor, currency, customerLocale(language, { timeZone, defaultCurrency }));
  return {
    title:
      amount === null
        ? t("address.previewTitleNoAmount", { merchant })
        : t("address.previewTitle", { amount, merchant }),
    amount,
    notReal: mode === "live" ? "" : t("message.notReal"),
  };
}
