import type { ListedTill, PinHolder } from "@/lib/domain/tills/schema";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { removeDevice, resetPin, unblock } from "./actions";

/** The enrolled devices, each with a button to remove it. @property hereId the one that shows the page. */
export function Tills({ tills, hereId }: { tills: ListedTill[]; hereId: string | null }) {
  const t = useTranslations("tills");
  const format = useFormatter();
  if (tills.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2>{t("devices")}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {tills.map(({ id, name, enrolledBy, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span className="grid min-w-0">
              <span className="font-bold wrap-anywhere">
                <bdi>{name}</bdi>
                {id === hereId && ` (${t("here")})`}
              </span>
              <span className="text-small text-muted">
                {lastUsedAt
                  ? t("lastUsed", { when: format.relativeTime(lastUsedAt, new Date()) })
                  : t("neverUsed")}
                {", "}
                {t("by", { name: enrolledBy })}
              </span>
            </span>
            <ActionButton
              action={removeDevice}
              name={`remove-${id}`}
              fields={{ deviceId: id }}
              pending={t("working")}
              className="button-quiet text-small"
            >
              {t("remove")}
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everybody with a PIN, and what can be done when one is forgotten or blocked. */
export function PinHolders({ holders }: { holders: PinHolder[] }) {
  const t = useTranslations("tills");
  return (
    <section className="grid gap-2">
      <h2>{t("people")}</h2>
      {holders.length === 0 && <p className="text-muted">{t("nobody")}</p>}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {holders.map(({ userId, name, hint, blockedOn }) => (
          <li key={userId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span className="grid min-w-0">
              <bdi className="wrap-anywhere">{name}</bdi>
              {hint && <span className="wrap-anywhere text-small text-muted">{hint}</span>}
              {blockedOn.length > 0 && (
                <span className="text-small font-bold text-danger">
                  {t("blockedOn", { tills: blockedOn.join(", ") })}
                </span>
              )}
            </span>
            <span className="flex flex-wrap gap-2">
              {blockedOn.length > 0 && (
                <ActionButton
                  action={unblock}
                  name={`unblock-${userId}`}
                  fields={{ userId }}
                  pending={t("working")}
                  className="button-quiet text-small"
                >
                  {t("unblock")}
                </ActionButton>
              )}
              <ActionButton
                action={resetPin}
                name={`reset-${userId}`}
                fields={{ userId }}
                pending={t("working")}
                className="button-quiet text-small"
              >
                {t("removePin")}
              </ActionButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
