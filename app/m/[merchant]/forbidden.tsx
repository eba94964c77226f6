import { useTranslations } from "next-intl";
import { PageTitle } from "@/lib/ui/page-title";

/** Shown inside the merchant, whose navigation has everything that the person may do. */
export default function Forbidden() {
  const t = useTranslations("problems");
  return (
    <>
      <PageTitle>{t("forbiddenTitle")}</PageTitle>
      <p className="max-w-prose border-t border-line pt-6 text-muted">{t("forbiddenText")}</p>
    </>
  );
}
