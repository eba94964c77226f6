import { lastMoment } from "@/app/m/[merchant]/links/[linkId]/_expiry/link-expiry";
import { isolate } from "@/lib/core/isolate";
import type { TimelineEntry } from "@/lib/domain/payment-links/history/get-timeline";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { useMoments } from "@/lib/ui/moments/use-moments";

/** The events of a link, folded away on a phone. */
export function Timeline({
  entries,
  timeZone,
  isOpen,
}: {
  entries: TimelineEntry[];
  timeZone: string;
  isOpen: boolean;
}) {
  const t = useTranslations("timeline");
  const channels = useTranslations("shareChannel");
  const fieldNames = useTranslations("notesField");
  const labels = useTranslations("link");
  const history = useTranslations("history");
  const format = useFormatter();
  const moments = useMoments(timeZone);
  const expiry = useTranslations("expiry");
  const toMoment = (expiresAt: Date | null) =>
    expiresAt === null ? expiry("never") : moments.toText(lastMoment(expiresAt));
  return (
    <details open={isOpen} className="text-small">
      <summary className="fold">{labels("timeline")}</summary>
      <ol className="grid gap-2 border-l-2 border-line py-1 pl-4">
        {entries.map(({ at, what, name, channel, fields, expiresAt, count }) => (
          <li key={`${what}${at.getTime()}`} className="grid">
            <span>
              <IsolatedText>
                {t(getMessageKey(what), {
                  name: isolate(name ?? "Cobro"),
                  count: count ?? 1,
                  channel: channel ? channels(channel) : "",
                  what:
                    expiresAt === undefined
                      ? format.list((fields ?? []).map((field) => fieldNames(field)))
                      : toMoment(expiresAt),
                })}
              </IsolatedText>
            </span>
            <time dateTime={at.toISOString()} className="text-muted tabular-nums">
              {moments.toText(at, { dateStyle: "medium", timeStyle: "medium" })}
            </time>
          </li>
        ))}
      </ol>
      <p className="pt-2 text-muted">{history("payments")}</p>
    </details>
  );
}

type What = TimelineEntry["what"];
type Underscored<Text> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;

/** Keys of a catalogue cannot contain a dot: the sentence for `link.created` is `link_created`. */
function getMessageKey(what: What): Underscored<What> {
  return what.replace(".", "_") as Underscored<What>;
}
