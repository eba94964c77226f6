import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasskeySignIn } from "@/app/(public)/login/passkey-sign-in";
import { restartSignIn, signInWithCode } from "@/app/(public)/login/second-step/actions";
import { paths } from "@/lib/core/paths";
import { getFactors } from "@/lib/domain/second-factors/find-factors";
import { getTranslations } from "@/lib/i18n/translations";
import { PlainForm } from "@/lib/ui/form/plain-form";
import { SimpleForm } from "@/lib/ui/form/simple-form";
import { PageTitle } from "@/lib/ui/page-title";
import { safeNextPath } from "@/lib/web/address";
import { findPendingPerson } from "@/lib/web/pending-cookie";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("secondStep"))("title") };
}

/** Asks for the second factor of somebody whose password was right. Until then they are nobody. */
export default async function SecondStepPage({ searchParams }: PageProps<"/login/second-step">) {
  const { next } = await searchParams;
  const after = safeNextPath(typeof next === "string" ? next : null);
  const userId = await findPendingPerson();
  if (userId === null) redirect(after ? paths.loginThen(after) : paths.login);
  const { hasPasskey, hasAuthenticator } = await getFactors(userId);
  const t = await getTranslations("secondStep");
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{t(hasAuthenticator ? "withApp" : "withPasskey")}</p>
      </div>
      {hasPasskey && <PasskeySignIn next={after} />}
      <SimpleForm
        name="second-step"
        action={signInWithCode}
        fields={[{ name: "code", label: t("code"), type: "text", autoComplete: "one-time-code" }]}
        submit={t("submit")}
        pending={t("pending")}
      >
        {after && <input type="hidden" name="next" value={after} />}
      </SimpleForm>
      <PlainForm action={restartSignIn} name="restart">
        <button type="submit" className="link touch">
          {t("restart")}
        </button>
      </PlainForm>
    </div>
  );
}
