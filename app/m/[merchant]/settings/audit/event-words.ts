import { isolate, isolateReversed } from "@/lib/core/isolate";
import { modes } from "@/lib/core/mode";
import type { LogEvent } from "@/lib/domain/audit/read-log";
import type { AuditAction } from "@/lib/domain/audit/schema";
import { listChanged } from "@/lib/domain/payment-links/notes/schema";
import { isShareChannel } from "@/lib/domain/payment-links/schema";
import { getFormatter, getTranslations } from "@/lib/i18n/translations";

type Underscored<Text> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;
type Describe = (event: LogEvent) => string;

/** An event's sentence in the reader's language, with marks around names that a page turns into elements. */
export function describeOnPage(): Promise<Describe> {
  return getDescribe(isolate);
}

/** The same as plain text. */
export function describeInFile(): Promise<Describe> {
  return getDescribe(isolateReversed);
}

async function getDescribe(mark: (name: string) => string): Promise<Describe> {
  const sentence = await getTranslations("auditEvent");
  const toWhat = await getToWhat();
  return (event) =>
    sentence(getMessageKey(event.action), {
      name: mark(event.actor?.name ?? "Cobro"),
      what: mark(toWhat(event)),
    });
}

/** What an event is about, in words: a person, a key, a mode, a way to share, what was changed. */
async function getToWhat(): Promise<Describe> {
  const t = await getTranslations("audit");
  const channels = await getTranslations("shareChannel");
  const modeNames = await getTranslations("mode");
  const customers = await getTranslations("customers");
  const fieldNames = await getTranslations("notesField");
  const format = await getFormatter();
  const toLimits = ({ linksPerHour, people }: LogEvent["details"]) => {
    const limits = [
      ...(linksPerHour === undefined ? [] : [t("limitOfLinks", { count: Number(linksPerHour) })]),
      ...(people === undefined ? [] : [t("limitOfPeople", { count: Number(people) })]),
    ];
    return limits.length === 0 ? t("usualLimits") : format.list(limits);
  };
  return ({ action, details, target }) => {
    const fields = listChanged(details);
    if (fields.length > 0) return format.list(fields.map((field) => fieldNames(field)));
    if (action === "merchant.limits_changed" || action === "merchant.limit_reached") return toLimits(details);
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
  };
}

/** Keys of a catalogue cannot contain a dot. */
function getMessageKey(action: AuditAction): Underscored<AuditAction> {
  return action.replace(".", "_") as Underscored<AuditAction>;
}
