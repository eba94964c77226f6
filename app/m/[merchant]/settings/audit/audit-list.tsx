import { isolate } from "@/lib/core/isolate";
import type { LogEvent } from "@/lib/domain/audit/read-log";
import { useTranslations } from "@/lib/i18n/translations";
import { IsolatedText } from "@/lib/ui/isolated-text";
import type { Moments } from "@/lib/ui/moments/create-moments";
import { getMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";
import { describeOnPage } from "./event-words";

/** Events under headings for their days, newest first. */
export async function AuditList({
  events,
  linksPath,
  timeZone,
}: {
  events: LogEvent[];
  linksPath: string;
  timeZone: string;
}) {
  const moments = await getMoments(timeZone);
  const describe = await describeOnPage();
  const days = new Map<string, LogEvent[]>();
  for (const event of events) {
    const day = moments.toDay(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day}>
      <h2 className="border-b border-line pb-2 text-small text-muted">{day}</h2>
      <ul className="divide-y divide-line">
        {ofDay.map((event) => (
          <AuditRow key={event.id} event={event} linksPath={linksPath} {...{ moments, describe }} />
        ))}
      </ul>
    </section>
  ));
}

function AuditRow({
  event,
  linksPath,
  moments,
  describe,
}: {
  event: LogEvent;
  linksPath: string;
  moments: Moments;
  describe: (event: LogEvent) => string;
}) {
  const t = useTranslations("audit");
  const { at, action, ip, targetId } = event;
  return (
    <li className="grid gap-x-4 gap-y-0.5 py-3 lg:grid-cols-[7rem_1fr_auto] lg:items-center">
      <time
        dateTime={at.toISOString()}
        title={moments.toOwn(at) ?? undefined}
        className="text-small text-muted tabular-nums"
      >
        {moments.toTime(at)}
      </time>
      <span className="min-w-0 break-words">
        <IsolatedText>{describe(event)}</IsolatedText>
      </span>
      <span className="flex flex-wrap items-center gap-x-4 text-small text-muted lg:justify-end">
        {event.details.till && (
          <span className="break-words">{t("till", { till: isolate(event.details.till) })}</span>
        )}
        {ip && <span className="break-all">{t("place", { ip })}</span>}
        {action.startsWith("link.") && targetId && (
          <PageLink href={`${linksPath}/${targetId}`} className="link touch">
            {t("openLink")}
          </PageLink>
        )}
      </span>
    </li>
  );
}
