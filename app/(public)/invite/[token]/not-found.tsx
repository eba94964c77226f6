import type { Metadata } from "next";
import { getTranslations, useTranslations } from "@/lib/i18n/translations";
import { PageTitle } from "@/lib/ui/page-title";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invite"))("goneTitle") };
}

/** Expired, used, cancelled, replaced or never there: the page is the same, so that it reveals nothing. */
export default function InvitationGone() {
  const t = useTranslations("invite");
  return (
    <div className="grid gap-2">
      <PageTitle>{t("goneTitle")}</PageTitle>
      <p className="text-muted">{t("goneText")}</p>
    </div>
  );
}
