import type { Metadata } from "next";
import { paths } from "@/lib/core/paths";
import { asksForSecondStep } from "@/lib/domain/second-factors/find-factors";
import { getTranslations } from "@/lib/i18n/translations";
import { PasswordForm } from "@/lib/ui/form/password-form";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { PersonShell } from "@/lib/ui/person-shell";
import { requireProof } from "@/lib/web/require-proof";
import { requirePerson } from "@/lib/web/session";
import { savePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("changePassword") };
}

/** Asks for the proof before the new password is typed, because a password is never kept over a detour. */
export default async function PasswordPage() {
  const { id, email } = await requirePerson();
  await requireProof();
  const t = await getTranslations("account");
  const passwords = await getTranslations("password");
  return (
    <PersonShell>
      <div className="grid gap-1">
        <PageTitle>{t("changePassword")}</PageTitle>
        <p className="text-muted">{t("changePasswordText")}</p>
      </div>
      <PasswordForm
        name="password"
        action={savePassword}
        fields={[
          {
            name: "password",
            label: t("newPassword"),
            type: "password",
            autoComplete: "new-password",
            hint: passwords((await asksForSecondStep(id)) ? "hintBesideFactor" : "hint"),
          },
        ]}
        submit={t("savePassword")}
        pending={t("saving")}
      >
        {/* Tells password managers whose password it is. */}
        <input type="hidden" autoComplete="username" value={email} />
      </PasswordForm>
      <PageLink href={paths.account} className="link touch w-fit">
        {t("back")}
      </PageLink>
    </PersonShell>
  );
}
