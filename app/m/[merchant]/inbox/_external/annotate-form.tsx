"use client";

import { annotate } from "@/app/m/[merchant]/inbox/actions";
import type { CurrencyCode } from "@/lib/money/currencies";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { ContentFields, type ContentLabels } from "@/lib/ui/link-fields/content-fields";

/** The amount, currency and description of an external link, as a person reads them on its pay page. */
export function AnnotateForm({
  linkId,
  usedCurrencies,
  locale,
  labels,
}: {
  linkId: string;
  /** The first is selected at first. */
  usedCurrencies: readonly CurrencyCode[];
  locale: string;
  labels: ContentLabels & Record<"submit" | "pending", string>;
}) {
  const currency = usedCurrencies[0] ?? "";
  const form = useForm(annotate, { values: { linkId, currency }, errors: {} }, `annotate-${linkId}`);
  const { state } = form;
  const idSuffix = `-${linkId}`;
  return (
    <ServerForm sent={form} className="grid gap-4 py-3">
      <input type="hidden" name="linkId" value={linkId} />
      <ContentFields {...{ state, locale, usedCurrencies, idSuffix, labels }} />
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
