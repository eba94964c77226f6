import type { Metadata } from "next";
import { paths } from "@/lib/core/paths";
import { getTranslations } from "@/lib/i18n/translations";
import { isMailConfigured } from "@/lib/platform/mail/request-mail";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { ForgotForm } from "./forgot-form";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forgot"))("title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("forgot");
  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <p className="text-muted">{isMailConfigured() ? t("text") : t("noMail")}</p>
      </div>
      {isMailConfigured() && (
        <ForgotForm labels={{ email: t("email"), submit: t("submit"), pending: t("pending") }} />
      )}
      <p>
        <PageLink href={paths.login} className="link touch">
          {t("back")}
        </PageLink>
      </p>
    </div>
  );
}
