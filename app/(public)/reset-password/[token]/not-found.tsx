import type { Metadata } from "next";
import { paths } from "@/lib/core/paths";
import { getTranslations, useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reset"))("goneTitle") };
}

export default function ResetGone() {
  const t = useTranslations("reset");
  return (
    <div className="grid gap-2">
      <PageTitle>{t("goneTitle")}</PageTitle>
      <p className="text-muted">{t("goneText")}</p>
      <p>
        <PageLink href={paths.forgotPassword} className="link touch">
          {t("again")}
        </PageLink>
      </p>
    </div>
  );
}
