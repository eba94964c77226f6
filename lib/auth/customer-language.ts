import { cookies } from "next/headers";
import { isSecureOrigin } from "@/lib/auth/session-cookie";
import type { CustomerLanguage } from "@/lib/customer-language";

type Shop = { slug: string; customerLanguages: CustomerLanguage[] };

const cookie = "customer-language";
const yearSeconds = 365 * 24 * 60 * 60;

/** The language that this browser last chose for a merchant's customers, else the merchant's first. */
export async function customerLanguageOf({
  customerLanguages: [first, ...others],
}: Shop): Promise<CustomerLanguage> {
  const chosen = (await cookies()).get(cookie)?.value;
  return others.find((language) => language === chosen) ?? first ?? "es";
}

export async function rememberCustomerLanguage({ slug }: Shop, language: CustomerLanguage): Promise<void> {
  const scope = { path: `/m/${slug}`, maxAge: yearSeconds };
  (await cookies()).set(cookie, language, {
    ...scope,
    httpOnly: true,
    sameSite: "lax",
    secure: isSecureOrigin(),
  });
}
