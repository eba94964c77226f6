import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signIn } from "@/app/(public)/login/actions";
import { PasskeySignIn } from "@/app/(public)/login/passkey-sign-in";
import { ProviderSignIn } from "@/app/(public)/login/provider-sign-in";
import { ProviderProblem } from "@/app/account/_identities/provider-problem";
import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { env } from "@/lib/platform/env";
import { PasswordForm } from "@/lib/ui/form/password-form";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { safeNextPath } from "@/lib/web/address";
import { findLanding } from "@/lib/web/landing";
import { currentSession } from "@/lib/web/session";
import { currentTill } from "@/lib/web/till-cookie";

export async function generateMetadata(): Promise<Metadata> {
  const description = (await getTranslations("app"))("tagline");
  return { title: (await getTranslations("signIn"))("title"), description };
}

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const asked = await searchParams;
  const { next } = asked;
  const after = safeNextPath(typeof next === "string" ? next : null);
  const session = await currentSession();
  if (session) redirect(after ?? (await findLanding(session.person.id)));
  const t = await getTranslations("signIn");
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{(await getTranslations("app"))("what")}</p>
      </div>
      <ProviderProblem asked={asked} />
      <PasskeySignIn next={after} isSuggested />
      <PasswordForm
        name="sign-in"
        action={signIn}
        fields={[
          { name: "email", label: t("email"), type: "email", autoComplete: "username webauthn" },
          { name: "password", label: t("password"), type: "password", autoComplete: "current-password" },
        ]}
        submit={t("submit")}
        pending={t("pending")}
      >
        {after && <input type="hidden" name="next" value={after} />}
      </PasswordForm>
      <ProviderSignIn next={after} />
      <p>
        <PageLink href={paths.forgotPassword} className="link touch">
          {(await getTranslations("forgot"))("link")}
        </PageLink>
      </p>
      {(await currentTill()) && (
        <p>
          <PageLink href={paths.till} className="link touch">
            {(await getTranslations("till"))("toLockScreen")}
          </PageLink>
        </p>
      )}
      {env().SIGNUP === "open" && (
        <p className="text-muted">
          {t("noAccount")}{" "}
          <PageLink href={paths.signup} className="link touch">
            {t("createAccount")}
          </PageLink>
        </p>
      )}
    </div>
  );
}
