import type { CustomerLanguage } from "@/lib/customer-language";
import type { Translation } from "@/lib/ui/messages/catalogue";
import { en } from "@/lib/ui/messages/customer/en";
import { es } from "@/lib/ui/messages/customer/es";
import { pt } from "@/lib/ui/messages/customer/pt";

const catalogues: Record<CustomerLanguage, Translation<typeof en>> = { en, es, pt };

/** The words for customers in one language. English is the type of all the others. */
export function customerMessagesOf(language: CustomerLanguage): typeof en {
  return catalogues[language] as typeof en;
}
