import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { customerLocale } from "@/lib/i18n/customer-message";
import { formatMoney } from "@/lib/money/format-money";
import { getRegion } from "@/lib/money/region";
import { getUsualPaper } from "@/lib/rendering/print/paper";

/** An amount as customers write it; null when it is not known. */
export function amountFor(
  { amountMinor, currency }: PaymentLink,
  language: CustomerLanguage,
  merchant: MemberMerchant,
): string | null {
  if (amountMinor === null || currency === null) return null;
  return formatMoney(amountMinor, currency, customerLocale(language, merchant));
}

/** A guess at the paper in the merchant's printer. */
export function usualPaper({ timeZone, defaultCurrency }: MemberMerchant): "a4" | "letter" {
  return getUsualPaper(getRegion({ timeZone, currency: defaultCurrency }));
}
