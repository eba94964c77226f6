import { useTranslations } from "next-intl";
import { PageTitle } from "@/lib/ui/page-title";

/** Inside the merchant: what the visitor may do is in the navigation. */
export default function Forbidden() {
  const t = useTranslations("problems");
  return (
    <>
      <PageTitle>{t("forbiddenTitle")}</PageTitle>
      <p className="max-w-prose border-t border-line pt-6 text-muted">{t("forbiddenText")}</p>
    </>
  );
}
