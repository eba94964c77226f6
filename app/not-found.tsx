import { useTranslations } from "next-intl";
import { paths } from "@/lib/core/paths";
import { OfflineEnd } from "@/lib/ui/offline/keeper";
import { Problem } from "@/lib/ui/problem";

export default function NotFound() {
  const t = useTranslations("problems");
  return (
    <>
      {/* Of a business that is closed, or whose team one has left. */}
      <OfflineEnd below={`${paths.merchants}/`} />
      <Problem title={t("notFoundTitle")} text={t("notFoundText")} home={t("home")} />
    </>
  );
}
