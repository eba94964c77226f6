import type { CustomerLanguage } from "@/lib/core/customer-language";
import { getCustomerMessages } from "@/lib/i18n/messages/customer/catalogue";
import type { PrintLabels } from "@/lib/rendering/print/labels";

/** What a merchant's customers read on paper. The names of the modes are the same in every language. */
export function printLabels(language: CustomerLanguage): PrintLabels {
  const { show, print } = getCustomerMessages(language);
  const { step1, step2, step3, orType, code, test, sandbox } = print;
  return {
    scan: show.scan,
    steps: [step1, step2, step3],
    orType,
    code,
    test: { word: "TEST", sentence: test },
    sandbox: { word: "SANDBOX", sentence: sandbox },
  };
}
