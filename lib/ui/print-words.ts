import type { CustomerLanguage } from "@/lib/customer-language";
import type { PrintWords } from "@/lib/print/words";
import { customerMessagesOf } from "@/lib/ui/messages/customer/catalogue";

/** What a merchant's customers read on paper. The words of the modes are signs, the same in every language. */
export function printWords(language: CustomerLanguage): PrintWords {
  const { show, print } = customerMessagesOf(language);
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
