import { isolate } from "@/lib/core/isolate";
import { modes } from "@/lib/core/mode";
import type { LogEvent } from "@/lib/domain/audit/read-log";
import type { AuditAction } from "@/lib/domain/audit/schema";
import { listChanged } from "@/lib/domain/payment-links/notes/schema";
import { isShareChannel } from "@/lib/domain/payment-links/schema";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { IsolatedText } from "@/lib/ui/isolated-text";
import type { Moments } from "@/lib/ui/moments/create-moments";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";

type Underscored<Text> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;

/** Events under headings for their days, newest first. */
export function AuditList({
  events,
  linksPath,
  timeZone,
}: {
  events: LogEvent[];
  linksPath: string;
  timeZone: string;
}) {
  const moments = useMoments(timeZone);
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
          <AuditRow key={event.id} event={event} linksPath={linksPath} moments={moments} />
        ))}
      </ul>
    </section>
  ));
}

function AuditRow({ event, linksPath, moments }: { event: LogEvent; linksPath: string; moments: Moments }) {
  const t = useTranslations("audit");
  const sentence = useTranslations("auditEvent");
  const what = useWhat(event);
  const { at, action, actor, ip, targetId } = event;
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
        <IsolatedText>
          {sentence(getMessageKey(action), { name: isolate(actor?.name ?? "Cobro"), what: isolate(what) })}
        </IsolatedText>
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

/** What an event is about, in words: a person, a key, a mode, a way to share, what was changed. */
function useWhat({ action, details, target }: LogEvent): string {
  const t = useTranslations("audit");
  const channels = useTranslations("shareChannel");
  const modeNames = useTranslations("mode");
  const customers = useTranslations("customers");
  const fieldNames = useTranslations("notesField");
  const format = useFormatter();
  const fields = listChanged(details);
  if (fields.length > 0) return format.list(fields.map((field) => fieldNames(field)));
  if (action === "merchant.limits_changed" || action === "merchant.limit_reached") {
    const { linksPerHour, people } = details;
    const limits = [
      ...(linksPerHour === undefined ? [] : [t("limitOfLinks", { count: Number(linksPerHour) })]),
      ...(people === undefined ? [] : [t("limitOfPeople", { count: Number(people) })]),
    ];
    return limits.length === 0 ? t("usualLimits") : format.list(limits);
  }
  if (details.rows !== undefined && action === "customer.removed") {
    const rows = customers("rows", { count: Number(details.rows) });
    const links = Number(details.links);
    return links === 0 ? rows : format.list([t("links", { count: links }), rows]);
  }
  if (details.links !== undefined) return t("links", { count: Number(details.links) });
  const mode = modes.find((known) => known === details.mode);
  if (mode && details.last4) return t("key", { mode: modeNames(`${mode}Name`), last4: details.last4 });
  if (isShareChannel(details.channel)) return channels(details.channel);
  if (mode) return modeNames(`${mode}Name`);
  return details.name ?? details.email ?? target?.name ?? "–";
}

/** Keys of a catalogue cannot contain a dot. */
function getMessageKey(action: AuditAction): Underscored<AuditAction> {
  return action.replace(".", "_") as Underscored<AuditAction>;
}
