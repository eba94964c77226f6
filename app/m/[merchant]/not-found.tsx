import { useTranslations } from "next-intl";
import { PageTitle } from "@/lib/ui/page-title";

/** Inside a merchant whose member the visitor is: the way on is in the navigation. */
export default function NotFound() {
  const t = useTranslations("problems");
  return (
    <>
      <PageTitle>{t("notFoundTitle")}</PageTitle>
      <p className="max-w-prose border-t border-line pt-6 text-muted">{t("notFoundHereText")}</p>
    </>
  );
}
