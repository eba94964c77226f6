import { useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";

/** Shown on every page of a mode whose key upstream refuses. `keyPage` is for people who can change the key. */
export function KeyAlarm({ keyPage }: { keyPage: string | null }) {
  const t = useTranslations("apiKeys");
  return (
    <div
      role="status"
      className="mb-6 max-lg:[main:has(.till)_&]:mb-0 grid gap-1 rounded-box border-2 border-danger bg-surface px-4 py-3"
    >
      <p className="font-bold text-danger">{t("alarmTitle")}</p>
      <p>{keyPage ? t("alarmText") : t("alarmCashier")}</p>
      {keyPage && (
        <PageLink href={keyPage} className="link touch w-fit font-bold">
          {t("alarmOpen")}
        </PageLink>
      )}
    </div>
  );
}
