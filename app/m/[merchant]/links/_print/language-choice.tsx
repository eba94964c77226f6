import type { CustomerLanguage } from "@/lib/core/customer-language";
import { getCustomerMessages } from "@/lib/i18n/messages/customer/catalogue";
import { useTranslations } from "@/lib/i18n/translations";
import { ChoiceLinks } from "./choice-links";

/** The language of the printed page, among those of the merchant's customers. */
export function LanguageChoice({
  languages,
  chosen,
  toHref,
}: {
  languages: readonly CustomerLanguage[];
  chosen: CustomerLanguage;
  toHref: (language: CustomerLanguage) => string;
}) {
  const t = useTranslations("print");
  if (languages.length < 2) return null;
  return (
    <ChoiceLinks
      label={t("language")}
      choices={languages.map((one) => ({
        href: toHref(one),
        name: getCustomerMessages(one).language,
        isChosen: one === chosen,
      }))}
    />
  );
}
