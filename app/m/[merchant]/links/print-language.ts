import type { CustomerLanguage } from "@/lib/customer-language";
import { formatMoney } from "@/lib/format-money";
import type { MemberMerchant } from "@/lib/members/service";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { usualPaperOf } from "@/lib/print/paper";
import { regionOf } from "@/lib/region";
import { customerLocale } from "@/lib/ui/customer-words";

/** An amount as customers write it; null when nobody knows it. */
export function amountFor(
  { amountMinor, currency }: PaymentLink,
  language: CustomerLanguage,
  merchant: MemberMerchant,
): string | null {
  if (amountMinor === null || currency === null) return null;
  return formatMoney(amountMinor, currency, customerLocale(language, merchant));
}

/** The paper in the merchant's printer, as far as one can guess. */
export function usualPaper({ timeZone, defaultCurrency }: MemberMerchant): "a4" | "letter" {
  return usualPaperOf(regionOf({ timeZone, currency: defaultCurrency }));
}
