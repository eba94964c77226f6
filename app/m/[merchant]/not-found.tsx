import { useTranslations } from "next-intl";
import { PageTitle } from "@/lib/ui/page-title";

/** Shown inside a merchant that the person is a member of, whose navigation leads on. */
export default function NotFound() {
  const t = useTranslations("problems");
  return (
    <>
      <PageTitle>{t("notFoundTitle")}</PageTitle>
      <p className="max-w-prose border-t border-line pt-6 text-muted">{t("notFoundHereText")}</p>
    </>
  );
}
