import { type CustomerLanguage, customerLanguages } from "@/lib/core/customer-language";
import { preferredLanguages } from "@/lib/i18n/language/locale";
import { type WholePage, wholePage } from "@/lib/web/whole-page";

type CustomerPage = Omit<WholePage, "heading"> & {
  status: number;
  language: CustomerLanguage;
  /** Whose link it was; null where that must not be said. */
  merchant?: string | null;
};

/** What the browser's reader understands best of what we speak to customers; otherwise the merchant's first. */
export function pickCustomerLanguage(
  acceptLanguage: string | null,
  own: readonly CustomerLanguage[] = [],
): CustomerLanguage {
  const wanted = preferredLanguages(acceptLanguage);
  const spoken = wanted.flatMap((code) => customerLanguages.find((language) => language === code) ?? []);
  return spoken[0] ?? own[0] ?? (wanted.length > 0 ? "en" : "es");
}

/** A page for a customer, in place of a redirect. */
export function customerPage({ status, merchant, ...page }: CustomerPage): Response {
  return new Response(wholePage({ ...page, heading: merchant ?? null }), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      ...(status === 429 && { "retry-after": "60" }),
    },
  });
}
