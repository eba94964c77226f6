import { chooseAboutInactive } from "@/app/m/[merchant]/inbox/actions";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";

/** What links that turn inactive mean to this business: something to see here, or nothing. */
export function InactiveChoice({ asks }: { asks: boolean }) {
  const t = useTranslations("seen");
  return (
    <section className="grid gap-2 border-t border-line pt-4 text-small">
      <p className="text-muted">{asks ? t("asks") : t("asksNothing")}</p>
      <ActionButton
        action={chooseAboutInactive}
        name="inactive-choice"
        pending={t("saving")}
        className="button-quiet"
        fields={{ asks: asks ? "nothing" : "ask" }}
      >
        {asks ? t("stopAsking") : t("ask")}
      </ActionButton>
    </section>
  );
}
