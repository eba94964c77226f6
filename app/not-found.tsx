import { useTranslations } from "@/lib/i18n/translations";
import { Problem } from "@/lib/ui/problem";

export default function NotFound() {
  const t = useTranslations("problems");
  return <Problem title={t("notFoundTitle")} text={t("notFoundText")} home={t("home")} isGone />;
}
