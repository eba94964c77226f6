import { parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { isCurrency } from "@/lib/money/currencies";
import { listCurrencyOptions } from "@/lib/money/currency-names";
import { parseAmount } from "@/lib/money/money";
import { AmountInterpretations } from "@/lib/ui/link-fields/amount-interpretations";
import { KeepDraft } from "./keep-draft";
import { NearDuplicate, NearDuplicateButtons } from "./near-duplicate";
import { SubmittingCard } from "./submitting-card";
import { UndoBar } from "./undo-bar";

/** What the page that creates links needs only once somebody has done something: a file of its own. */
export const laterParts = {
  ...{ linkIn, listCurrencyOptions, parseAmount },
  ...{ AmountInterpretations, KeepDraft, NearDuplicate, NearDuplicateButtons, SubmittingCard, UndoBar },
};

/** The link that a form would create; null when the server has to report an error. */
function linkIn(formData: FormData): NewLink | null {
  const text = (name: string) => String(formData.get(name) ?? "");
  const [amount, interpretation, currency, description] = [
    text("amount"),
    text("interpretation"),
    text("currency"),
    text("description"),
  ];
  if (!isCurrency(currency)) return null;
  const parsed = parseNewLink({ amount, interpretation, currency, description });
  return parsed.ok ? parsed.value : null;
}
