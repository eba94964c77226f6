import { useTranslations } from "@/lib/i18n/translations";
import { ProblemInside } from "@/lib/ui/problem";

/** Shown inside a merchant that the person is a member of, whose navigation leads on. */
export default function NotFound() {
  const t = useTranslations("problems");
  return <ProblemInside title={t("notFoundTitle")} text={t("notFoundHereText")} />;
}
