import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { Translation } from "@/lib/i18n/language/translation";
import { en } from "@/lib/i18n/messages/customer/en";
import { es } from "@/lib/i18n/messages/customer/es";
import { pt } from "@/lib/i18n/messages/customer/pt";

const catalogues: Record<CustomerLanguage, Translation<typeof en>> = { en, es, pt };

/** The messages for customers in one language. The English catalogue is the type of the others. */
export function getCustomerMessages(language: CustomerLanguage): typeof en {
  return catalogues[language] as typeof en;
}
