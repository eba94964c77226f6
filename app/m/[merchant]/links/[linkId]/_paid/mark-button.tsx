import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { markLinkPaid } from "./actions";

/** One tap that says that a link was paid. It can be undone where it is shown. */
export function MarkPaidButton({ linkId }: { linkId: string }) {
  const t = useTranslations("paid");
  return (
    <ActionButton
      action={markLinkPaid}
      name="mark-paid"
      pending={t("marking")}
      className="button-quiet"
      fields={{ linkId }}
    >
      {t("mark")}
    </ActionButton>
  );
}
