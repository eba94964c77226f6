import { isolate } from "@/lib/core/isolate";
import type { Cancellation } from "@/lib/domain/payment-links/cancel/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";
import { undoThisCancel } from "./actions";

/** Who cancelled a link, when and why, what customers may still have, and where its short address leads. */
export function CancelledNotice({
  linkId,
  cancellation: { at, by, reason, leadsToId },
  timeZone,
  isUpstreamOut,
  mayUndo,
  toPath,
}: {
  linkId: string;
  cancellation: Cancellation;
  timeZone: string;
  isUpstreamOut: boolean;
  mayUndo: boolean;
  toPath: (id: string) => string;
}) {
  const t = useTranslations("cancel");
  const when = useMoments(timeZone).toText(at);
  return (
    <section id="cancelled" className="grid scroll-mt-20 gap-2 border-l-2 border-danger pl-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div role="status" className="min-w-40 flex-1">
          <p className="font-bold">
            <IsolatedText>{t("by", { name: isolate(by), when })}</IsolatedText>
          </p>
          <p className="text-small text-muted">{t(`reasons.${reason}`)}</p>
        </div>
        {mayUndo && (
          <ActionButton
            action={undoThisCancel}
            name="undo-cancel"
            pending={t("undoing")}
            className="button-quiet"
            fields={{ linkId }}
          >
            {t("undo")}
          </ActionButton>
        )}
      </div>
      <p className="text-small">{isUpstreamOut ? t("textUpstream") : t("textOpened")}</p>
      {leadsToId && (
        <p className="text-small">
          {t("leadsTo")}{" "}
          <PageLink href={toPath(leadsToId)} className="link">
            {t("toReplacement")}
          </PageLink>
        </p>
      )}
    </section>
  );
}
