import { cookies } from "next/headers";
import type { CustomerLanguage } from "@/lib/core/customer-language";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";

type MerchantSummary = { slug: string; customerLanguages: CustomerLanguage[] };

const yearSeconds = 365 * 24 * 60 * 60;

/** The language for customers that was last chosen in this browser, otherwise the merchant's first. */
export async function getCustomerLanguage({
  customerLanguages: [first, ...others],
}: MerchantSummary): Promise<CustomerLanguage> {
  const chosen = (await cookies()).get(cookie())?.value;
  return others.find((language) => language === chosen) ?? first ?? "es";
}

export async function rememberCustomerLanguage(
  { slug }: MerchantSummary,
  language: CustomerLanguage,
): Promise<void> {
  const scope = { path: merchantPaths(slug).home, maxAge: yearSeconds };
  (await cookies()).set(cookie(), language, {
    ...scope,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecureOrigin(),
  });
}

function cookie(): string {
  return cookieName("customer-language", { isForPath: true });
}
