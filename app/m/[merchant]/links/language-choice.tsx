import { useTranslations } from "next-intl";
import type { CustomerLanguage } from "@/lib/customer-language";
import { customerMessagesOf } from "@/lib/ui/messages/customer/catalogue";
import { ChoiceLinks } from "./choice-links";

/** The language of what is printed, among those of the merchant's customers. */
export function LanguageChoice({
  languages,
  chosen,
  hrefOf,
}: {
  languages: readonly CustomerLanguage[];
  chosen: CustomerLanguage;
  hrefOf: (language: CustomerLanguage) => string;
}) {
  const t = useTranslations("print");
  if (languages.length < 2) return null;
  return (
    <ChoiceLinks
      label={t("language")}
      choices={languages.map((one) => ({
        href: hrefOf(one),
        name: customerMessagesOf(one).language,
        isChosen: one === chosen,
      }))}
    />
  );
}
