import { takeBackMatch } from "@/app/m/[merchant]/inbox/actions";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";

/** Says that a person matched this link, and offers to undo that. */
export function MatchedNotice({ link }: { link: PaymentLink }) {
  const t = useTranslations("match");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-l-2 border-caution pl-4">
      <p role="status" className="min-w-40 flex-1 text-small">
        {t("matched")}
      </p>
      <ActionButton
        action={takeBackMatch}
        name="undo-match"
        pending={t("undoing")}
        className="button-quiet"
        fields={{ linkId: link.id, upstreamId: link.upstreamId ?? "" }}
      >
        {t("undo")}
      </ActionButton>
    </div>
  );
}
