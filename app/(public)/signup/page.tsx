import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signUp } from "@/app/(public)/signup/actions";
import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { env } from "@/lib/platform/env";
import { findProvider } from "@/lib/platform/identity-providers";
import { PasswordForm } from "@/lib/ui/form/password-form";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { findLanding } from "@/lib/web/landing";
import { readNewIdentity } from "@/lib/web/new-identity-cookie";
import { currentSession } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp"))("title") };
}

export default async function SignUpPage() {
  const session = await currentSession();
  if (session) redirect(await findLanding(session.person.id));
  const t = await getTranslations("signUp");
  const waiting = await readNewIdentity();
  const provider = waiting && findProvider(waiting.provider);
  const passwords = await getTranslations("password");
  const errors = await getTranslations("errors");
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{(await getTranslations("app"))("what")}</p>
      </div>
      {env().SIGNUP === "open" ? (
        <PasswordForm
          name="sign-up"
          action={signUp}
          fields={[
            { name: "name", label: t("name"), type: "text", autoComplete: "name" },
            { name: "email", label: t("email"), type: "email", autoComplete: "username" },
            {
              name: "password",
              label: t("password"),
              type: "password",
              autoComplete: "new-password",
              hint: passwords("hint"),
            },
          ]}
          values={waiting ? { name: waiting.name, email: waiting.email } : {}}
          above={waiting && provider && <p>{await describe(waiting.email, provider.name)}</p>}
          submit={t("submit")}
          pending={t("pending")}
        />
      ) : (
        <p>{errors("signup_closed")}</p>
      )}
      <p className="text-muted">
        {t("haveAccount")}{" "}
        <PageLink href={paths.login} className="link touch">
          {t("signIn")}
        </PageLink>
      </p>
    </div>
  );
}

/** What happens with the account at a provider that the person comes from. */
async function describe(email: string, provider: string): Promise<string> {
  return (await getTranslations("provider"))("signUp", { email, provider });
}
