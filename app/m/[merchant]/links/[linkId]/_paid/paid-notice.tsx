import { isolate } from "@/lib/core/isolate";
import type { PaidMark } from "@/lib/domain/payment-links/paid/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { undoLinkPaid } from "./actions";
import { PaidForm } from "./paid-form";

/** Who marked a link as paid and when, with what they wrote about it. It is their word, and the notice says so. */
export function PaidNotice({
  linkId,
  mark: { at, by, note, reference },
  timeZone,
  mayChange,
  savedKey,
}: {
  linkId: string;
  mark: PaidMark;
  timeZone: string;
  mayChange: boolean;
  /** Another one after each save, so that the form begins anew. */
  savedKey: string;
}) {
  const t = useTranslations("paid");
  const when = useMoments(timeZone).toTextToday(at);
  const moment = at.toISOString();
  return (
    <section
      id="paid"
      aria-label={t("warningTitle")}
      className="grid scroll-mt-20 gap-2 border-l-2 border-good pl-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div role="status" className="min-w-40 flex-1">
          <p className="font-bold">
            <IsolatedText>{t("markedBy", { name: isolate(by), when })}</IsolatedText>
          </p>
          <p className="text-small text-muted">{t("ownWord")}</p>
        </div>
        {mayChange && (
          <ActionButton
            action={undoLinkPaid}
            name="undo-paid"
            pending={t("undoing")}
            className="button-quiet"
            fields={{ linkId, at: moment }}
          >
            {t("undo")}
          </ActionButton>
        )}
      </div>
      {(reference || note) && (
        <div className="grid gap-1 text-small wrap-anywhere">
          {reference && (
            <p>
              <span className="text-muted">{t("reference")}</span> <bdi>{reference}</bdi>
            </p>
          )}
          {note && (
            <p dir="auto" className="whitespace-pre-line">
              {note}
            </p>
          )}
        </div>
      )}
      {mayChange && (
        <PaidForm
          key={`${moment}${savedKey}`}
          values={{ linkId, at: moment, note, reference }}
          labels={{
            open: note || reference ? t("change") : t("add"),
            note: t("note"),
            reference: t("reference"),
            referenceHint: t("referenceHint"),
            save: t("save"),
            saving: t("saving"),
          }}
        />
      )}
    </section>
  );
}
