import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { resetOffered } from "@/lib/domain/accounts/reset-password";
import { asksForSecondStep } from "@/lib/domain/second-factors/find-factors";
import { getTranslations } from "@/lib/i18n/translations";
import { PasswordForm } from "@/lib/ui/form/password-form";
import { PageTitle } from "@/lib/ui/page-title";
import { saveNewPassword } from "./actions";

// The address gives access, so browsers do not send it to other sites, and search engines do not store it.
export const metadata: Metadata = { referrer: "no-referrer" };

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const person = await resetOffered((await params).token);
  if (person === null) notFound();
  const passwords = await getTranslations("password");
  const t = await getTranslations("reset");
  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted wrap-anywhere">{t("text", { email: person.email })}</p>
      </div>
      <PasswordForm
        name="reset-password"
        action={saveNewPassword}
        fields={[
          {
            name: "password",
            label: t("password"),
            type: "password",
            autoComplete: "new-password",
            hint: passwords((await asksForSecondStep(person.userId)) ? "hintBesideFactor" : "hint"),
          },
        ]}
        submit={t("submit")}
        pending={t("pending")}
      />
    </div>
  );
}
