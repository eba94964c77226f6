import { useTranslations } from "@/lib/i18n/translations";
import { SimpleForm } from "@/lib/ui/form/simple-form";
import { confirmWithCode } from "./actions";
import type { ProofProps } from "./password-proof";

/** A code of the person's app, or a recovery code. */
export function CodeProof({ next }: ProofProps) {
  const t = useTranslations("secondStep");
  return (
    <SimpleForm
      name="confirm-code"
      action={confirmWithCode}
      fields={[{ name: "code", label: t("code"), type: "text", autoComplete: "one-time-code" }]}
      submit={t("submit")}
      pending={t("pending")}
    >
      <input type="hidden" name="next" value={next} />
    </SimpleForm>
  );
}
