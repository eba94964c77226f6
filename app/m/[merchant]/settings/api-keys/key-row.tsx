import { Fold } from "@/app/_fold/fold";
import { disconnectMode, makeModeCurrent } from "@/app/m/[merchant]/settings/api-keys/actions";
import type { ApiKeySummary } from "@/lib/domain/api-keys/schema";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Icon } from "@/lib/ui/icon";
import { ModeTag } from "@/lib/ui/mode-tag";
import { useMoments } from "@/lib/ui/moments/use-moments";

/** A connected key: what is known about it, whether it works, and what can be done with it. */
export function KeyRow({
  apiKey,
  isInUse,
  isShared,
  timeZone,
}: {
  apiKey: ApiKeySummary;
  isInUse: boolean;
  isShared: boolean;
  timeZone: string;
}) {
  const t = useTranslations("apiKeys");
  const format = useFormatter();
  const moments = useMoments(timeZone);
  const drawn = { mode: apiKey.mode, keyId: apiKey.id };
  const { mode, last4, connectedBy, connectedAt, failingSince } = apiKey;
  const when = format.dateTime(connectedAt, { dateStyle: "medium", timeZone });
  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="grid gap-0.5">
          <span className="flex items-center gap-3">
            <ModeTag mode={mode} showLive />
            <span className="font-bold">{t("ending", { last4 })}</span>
          </span>
          <span className="text-small text-muted">{t("by", { name: connectedBy, when })}</span>
        </span>
        {isInUse ? (
          <span className="touch gap-1 text-small font-bold text-good">
            <Icon name="check" className="size-4" />
            {t("inUse")}
          </span>
        ) : (
          <ActionButton
            action={makeModeCurrent}
            name={`use-${mode}`}
            fields={drawn}
            pending={t(`use_${mode}`)}
            className="button-quiet text-small"
          >
            {t(`use_${mode}`)}
          </ActionButton>
        )}
      </div>
      {failingSince && (
        <p className="font-bold text-danger">
          {t("failing", {
            when: moments.toText(failingSince),
          })}
        </p>
      )}
      {isShared && <p className="font-bold text-caution">{t("shared")}</p>}
      <Fold forms={[`disconnect-${mode}`]} className="group">
        <summary className="touch w-fit list-none gap-2 text-small [&::-webkit-details-marker]:hidden">
          {t("disconnect")}
          <Icon name="chevron" className="size-4 group-open:rotate-180" />
        </summary>
        <div className="grid justify-items-start gap-3 pb-2">
          <p className="text-small text-muted">{t("disconnectText")}</p>
          <ActionButton
            action={disconnectMode}
            name={`disconnect-${mode}`}
            fields={drawn}
            pending={t("disconnectNow")}
            className="button-quiet text-small text-danger"
          >
            {t("disconnectNow")}
          </ActionButton>
        </div>
      </Fold>
    </li>
  );
}
