import { useTranslations } from "@/lib/i18n/translations";
import { Problem } from "@/lib/ui/problem";

export default function Forbidden() {
  const t = useTranslations("problems");
  return <Problem title={t("forbiddenTitle")} text={t("forbiddenText")} home={t("home")} />;
}
