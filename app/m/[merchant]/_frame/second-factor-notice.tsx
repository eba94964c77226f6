import { useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";

/** For owners and admins who lack the second factor that their business requires. It is not on the till. */
export function SecondFactorNotice({ setUpPath }: { setUpPath: string }) {
  const t = useTranslations("secondFactor");
  return (
    <div
      role="status"
      className="mb-6 grid gap-1 rounded-box border-2 border-caution bg-surface px-4 py-3 [main:has(.till)_&]:hidden"
    >
      <p className="font-bold text-caution">{t("noticeTitle")}</p>
      <p>{t("noticeText")}</p>
      <PageLink href={setUpPath} className="link touch w-fit font-bold">
        {t("setUp")}
      </PageLink>
    </div>
  );
}
