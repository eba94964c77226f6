import { useTranslations } from "@/lib/i18n/translations";
import { PasswordForm } from "@/lib/ui/form/password-form";
import { confirmWithPassword } from "./actions";

export type ProofProps = {
  email: string;
  /** Where the person goes on afterwards. */
  next: string;
};

export function PasswordProof({ email, next }: ProofProps) {
  const t = useTranslations("confirm");
  return (
    <PasswordForm
      name="confirm-password"
      action={confirmWithPassword}
      fields={[
        { name: "password", label: t("password"), type: "password", autoComplete: "current-password" },
      ]}
      submit={t("submit")}
      pending={t("pending")}
    >
      {/* Tells password managers whose password it is. */}
      <input type="hidden" autoComplete="username" value={email} />
      <input type="hidden" name="next" value={next} />
    </PasswordForm>
  );
}
