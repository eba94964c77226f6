"use client";

import { annotate } from "@/app/m/[merchant]/inbox/actions";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { ContentFields, type ContentLabels } from "@/lib/ui/link-fields/content-fields";

/** Amount, currency and description of a link made elsewhere, as read on its pay page. */
export function AnnotateForm({
  linkId,
  currency,
  locale,
  labels,
}: {
  linkId: string;
  currency: string;
  locale: string;
  labels: ContentLabels & Record<"submit" | "pending", string>;
}) {
  const { state, send, form } = useForm(annotate, { values: { linkId, currency }, errors: {} });
  const idSuffix = `-${linkId}`;
  return (
    <form ref={form} action={send} className="grid gap-4 py-3" noValidate>
      <FormError error={state.errors.form} />
      <input type="hidden" name="linkId" value={linkId} />
      <ContentFields state={state} locale={locale} idSuffix={idSuffix} labels={labels} />
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </form>
  );
}
