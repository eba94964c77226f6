import { useTranslations } from "@/lib/i18n/translations";
import { ProblemInside } from "@/lib/ui/problem";

/** Shown inside the merchant, whose navigation has everything that the person may do. */
export default function Forbidden() {
  const t = useTranslations("problems");
  return <ProblemInside title={t("forbiddenTitle")} text={t("forbiddenText")} />;
}
