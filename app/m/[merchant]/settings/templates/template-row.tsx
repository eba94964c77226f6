import { Fold } from "@/app/_fold/fold";
import type { FormState } from "@/lib/core/form-state";
import type { TemplateField } from "@/lib/domain/link-templates/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { Interpretation } from "@/lib/money/money";
import { ActionButton } from "@/lib/ui/form/action-button";
import { deleteTemplate } from "./actions";
import { TemplateForm, type TemplateLabels } from "./template-form";

/** A template, with everything that can be changed about it folded away. */
export function TemplateRow({
  id,
  version,
  name,
  amount,
  description,
  initial,
  locale,
  usedCurrencies,
  labels,
}: {
  id: string;
  version: number;
  name: string;
  /** With its currency, as the reader writes it. */
  amount: string;
  description: string;
  initial: FormState<TemplateField, { interpretations: Interpretation[] }>;
  locale: string;
  usedCurrencies: readonly CurrencyCode[];
  labels: TemplateLabels & Record<"change" | "remove", string>;
}) {
  return (
    <li className="py-3">
      <div className="flex items-center justify-between gap-4">
        <span className="grid min-w-0">
          <span dir="auto" className="truncate font-bold">
            {name}
          </span>
          <span dir="auto" className="truncate text-small text-muted">
            {description}
          </span>
        </span>
        <span className="shrink-0 tabular-nums">{amount}</span>
      </div>
      <Fold forms={[`template-${id}`, `delete-${id}`]}>
        <summary className="link touch text-small">{labels.change}</summary>
        <div className="grid gap-4 py-3">
          <TemplateForm {...{ initial, locale, usedCurrencies, labels }} idSuffix={`-${id}`} />
          <ActionButton
            action={deleteTemplate}
            name={`delete-${id}`}
            fields={{ templateId: id, version: String(version) }}
            pending={labels.pending}
            className="button-quiet text-danger"
          >
            {labels.remove}
          </ActionButton>
        </div>
      </Fold>
    </li>
  );
}
