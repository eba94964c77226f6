import { endEveryOtherSession, endOtherSession } from "@/app/account/actions";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { deviceName } from "@/lib/ui/device-name";
import { PlainForm } from "@/lib/ui/form/plain-form";

type Session = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string | null;
};

/** Where the person is signed in: on which device, since when, and when it was last used from where. */
export function SessionList({ sessions, here }: { sessions: Session[]; here: string }) {
  const t = useTranslations("account");
  const format = useFormatter();
  return (
    <section className="grid gap-2">
      <h2>{t("sessions")}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ id, userAgent, createdAt, lastSeenAt, ip }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-3">
            <span className="grid min-w-0">
              <span className="truncate">{deviceName(userAgent) ?? t("unknownDevice")}</span>
              <span className="text-small text-muted">
                {id === here
                  ? t("thisDevice")
                  : t("lastSeen", { when: format.relativeTime(lastSeenAt, new Date()) })}
                {ip && `, ${ip}`}
              </span>
              <span className="text-small text-muted">
                {t("since", { when: format.dateTime(createdAt, { dateStyle: "medium" }) })}
              </span>
            </span>
            {id !== here && (
              <PlainForm action={endOtherSession} name={`end-${id}`}>
                <button type="submit" name="session" value={id} className="link touch text-small">
                  {t("end")}
                </button>
              </PlainForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <PlainForm action={endEveryOtherSession} name="end-others">
          <button type="submit" className="button button-quiet">
            {t("endOthers")}
          </button>
        </PlainForm>
      )}
    </section>
  );
}
